import { KIND_WORDS, LEGAL_FORMS, NUMBER_SIGN } from './organisation-name.text.ts';
import { plainWords } from './staff-list-source.ts';

/** An organisation's name for finding the same one: no marks, no legal form, kinds of schools in one word. */
export function organisationKey(name: string): string {
  let key = plainWords(name.toLowerCase().replace(NUMBER_SIGN, '$1 '));
  for (const [pattern, word] of KIND_WORDS) key = key.replace(pattern, word);
  while (LEGAL_FORMS.test(key)) key = key.replace(LEGAL_FORMS, '');
  return key.trim();
}

/** A unit as it may be named in a file. */
export interface NamedUnit {
  id: string;
  names: readonly string[];
}

/**
 * Finds the unit a file names: the name letter for letter first, then without marks and legal forms. Null when none or
 * several fit, so that a person is asked.
 */
export function unitNamed(nameInFile: string, units: readonly NamedUnit[]): string | null {
  for (const keyOf of [plainWords, organisationKey]) {
    const key = keyOf(nameInFile);
    if (key === '') return null;
    const found = units.filter(({ names }) => names.some((name) => keyOf(name) === key));
    if (found.length === 1) return found[0]?.id ?? null;
    if (found.length > 1) return null;
  }
  return null;
}
