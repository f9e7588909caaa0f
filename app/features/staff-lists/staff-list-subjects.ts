import { plainWords } from './staff-list-source.ts';
import {
  GENITIVE_ENDINGS,
  NOT_SUBJECTS,
  SUBJECT_LEADS,
  SUBJECT_TAILS,
  SUBJECT_WORDS,
} from './staff-list-subjects.text.ts';

const subjects = SUBJECT_WORDS.flatMap(({ name, stems }) => stems.map((known) => ({ name, stems: known.split(' ') })));

/**
 * The subject a text names, as the product writes it; null when it names none.
 * `named`: the text is a subject's cell or stands in brackets, an unknown one is kept as it is;
 * `genitive`: the text follows a post («teacher of …»), an unknown one is put into the nominative or left out.
 */
export function subjectIn(text: string, form: 'named' | 'genitive'): string | null {
  const words = wordsOf(text);
  if (words.every((word) => NOT_SUBJECTS.includes(word) || /^\d+$/.test(word))) return null;
  for (const { name, stems } of subjects) {
    if (!begins(words, stems)) continue;
    const rest = words.slice(stems.length);
    const saysMore = rest.some((word) => !SUBJECT_TAILS.includes(word));
    return saysMore && form === 'named' ? capitalised(text.trim()) : name;
  }
  if (form === 'named') return capitalised(text.trim());
  return words.length === 1 ? fromGenitive(words[0] ?? '') : null;
}

function wordsOf(text: string): string[] {
  const words = plainWords(text)
    .split(' ')
    .filter((word) => word !== '');
  return SUBJECT_LEADS.includes(words[0] ?? '') ? words.slice(1) : words;
}

function begins(words: readonly string[], stems: readonly string[]): boolean {
  return stems.every((stem, index) => words[index]?.startsWith(stem) === true);
}

function fromGenitive(word: string): string | null {
  const ending = GENITIVE_ENDINGS.find(([genitive]) => word.endsWith(genitive));
  if (ending === undefined) return null;
  return capitalised(word.slice(0, -ending[0].length) + ending[1]);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
