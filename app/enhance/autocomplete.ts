import accessibleAutocomplete from 'accessible-autocomplete';
import { enhanceText } from './enhance.text.ts';

/**
 * Turns a long `<select>` into a search field. The select stays in the form and carries the value; two options with the
 * same words stay two options, and words that match no option mean that nothing is chosen.
 */
export function makeSearchable(select: HTMLSelectElement): void {
  const { id } = select;
  const options = [...select.options].filter((option) => option.value !== '' && !option.disabled);
  const described = select.getAttribute('aria-describedby');
  accessibleAutocomplete.enhanceSelectElement({
    selectElement: select,
    defaultValue: select.value === '' ? '' : (select.selectedOptions[0]?.text ?? ''),
    autoselect: false,
    confirmOnBlur: false,
    showAllValues: true,
    source: (query, show) => show(options.filter((option) => matches(option.text, query))),
    templates: {
      inputValue: (option) => (typeof option === 'string' ? option : (option?.text ?? '')),
      suggestion: (option) => escapeHtml(typeof option === 'string' ? option : option.text),
    },
    onConfirm: (option) => {
      if (!option) return;
      option.selected = true;
      select.dispatchEvent(new Event('input', { bubbles: true }));
    },
    tNoResults: () => enhanceText.noResults,
    tStatusQueryTooShort: enhanceText.typeMore,
    tStatusNoResults: () => enhanceText.noResults,
    tStatusSelectedOption: (option, length, index) => enhanceText.selected(option, index + 1, length),
    tStatusResults: enhanceText.results,
    tAssistiveHint: () => enhanceText.assistiveHint,
  });
  const input = document.getElementById(id);
  if (!(input instanceof HTMLInputElement)) return;
  if (described) input.setAttribute('aria-describedby', `${described} ${input.getAttribute('aria-describedby') ?? ''}`);
  const drawn = new AbortController();
  // Something else has chosen for the person: a field drawn anew is the only way to show it without opening the menu.
  const redraw = () => {
    drawn.abort();
    input.closest('.autocomplete__wrapper')?.parentElement?.remove();
    select.id = id;
    makeSearchable(select);
  };
  const settle = () => settleChoice(select, input, options);
  input.addEventListener('blur', settle);
  select.addEventListener('change', redraw, { signal: drawn.signal });
  select.form?.addEventListener('submit', settle, { signal: drawn.signal });
}

/** After typing without picking: keeps the choice whose words these are, takes a single exact match, else chooses nothing. */
function settleChoice(select: HTMLSelectElement, input: HTMLInputElement, options: readonly HTMLOptionElement[]): void {
  const typed = simplify(input.value);
  const chosen = select.selectedOptions[0];
  if (chosen && chosen.value !== '' && simplify(chosen.text) === typed) return;
  const same = options.filter((option) => simplify(option.text) === typed);
  select.value = same.length === 1 ? (same[0]?.value ?? '') : '';
}

function matches(text: string, query: string): boolean {
  const words = simplify(text);
  return simplify(query)
    .split(' ')
    .every((part) => words.includes(part));
}

/** Case, the dots of yo and doubled spaces do not matter when people search. */
function simplify(text: string): string {
  return text.toLowerCase().replaceAll('\u0451', '\u0435').replace(/\s+/g, ' ').trim();
}

function escapeHtml(text: string): string {
  const holder = document.createElement('span');
  holder.textContent = text;
  return holder.innerHTML;
}
