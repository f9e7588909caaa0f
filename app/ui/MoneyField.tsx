import { typedMoney } from './numbers.ts';
import { TextField, type TextFieldProps } from './TextField.tsx';
import { uiText } from './ui.text.ts';

/** Roubles typed with a decimal comma; `defaultValue` is whole kopecks. */
export function MoneyField(props: Omit<TextFieldProps, 'type' | 'defaultValue'> & { defaultValue?: number | null }) {
  const { defaultValue, ...rest } = props;
  const text = defaultValue === null || defaultValue === undefined ? '' : typedMoney(defaultValue);
  return <TextField width="10" inputMode="decimal" suffix={uiText.moneyUnit} {...rest} defaultValue={text} />;
}
