import { formatDay } from '#app/core/dates.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';
import { uiText } from './ui.text.ts';

/**
 * a day typed as dd.mm.yyyy; `defaultValue` is an ISO day. A text field, because the native picker follows the
 * browser's language and not the page's.
 */
export function DateField(props: Omit<TextFieldProps, 'type' | 'defaultValue'> & { defaultValue?: string | null }) {
  const { defaultValue, ...rest } = props;
  return (
    <TextField
      width="10"
      inputMode="numeric"
      maxLength={10}
      hint={uiText.dateHint}
      {...rest}
      defaultValue={defaultValue ? formatDay(defaultValue) : ''}
    />
  );
}
