declare module 'govuk-frontend/dist/govuk/components/*' {
  type Component = new (root: Element) => unknown;
  export const Button: Component;
  export const ErrorSummary: Component;
  export const SkipLink: Component;
}

declare module 'accessible-autocomplete' {
  type Options = {
    selectElement: HTMLSelectElement;
    source: (query: string, show: (results: HTMLOptionElement[]) => void) => void;
    templates: {
      inputValue: (option: HTMLOptionElement | string | undefined) => string;
      suggestion: (option: HTMLOptionElement | string) => string;
    };
    onConfirm: (option: HTMLOptionElement | undefined) => void;
    defaultValue?: string;
    autoselect?: boolean;
    confirmOnBlur?: boolean;
    showAllValues?: boolean;
    minLength?: number;
    inputClasses?: string;
    tNoResults: () => string;
    tStatusQueryTooShort: (minLength: number) => string;
    tStatusNoResults: () => string;
    tStatusSelectedOption: (option: string, length: number, index: number) => string;
    tStatusResults: (length: number, selected: string) => string;
    tAssistiveHint: () => string;
  };
  const accessibleAutocomplete: { enhanceSelectElement: (options: Options) => void };
  export default accessibleAutocomplete;
}
