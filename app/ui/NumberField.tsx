import { TextField, type TextFieldProps } from './TextField.tsx';

/** A number typed as text: a native number field loses what it cannot parse and changes under the mouse wheel. */
export function NumberField(props: Omit<TextFieldProps, 'type' | 'defaultValue'> & { defaultValue?: number | null }) {
  const { defaultValue, ...rest } = props;
  const text = defaultValue === null || defaultValue === undefined ? '' : String(defaultValue).replace('.', ',');
  return <TextField width="5" inputMode="decimal" {...rest} defaultValue={text} />;
}
