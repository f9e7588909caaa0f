import { SUBJECT_ABBREVIATIONS } from './subject.text.ts';

/** A school subject as it is stored: lower case but for abbreviations, so that one subject typed two ways is one. */
export function normalSubject(text: string): string {
  const words = text.replace(/\s+/gu, ' ').trim().split(' ');
  return words
    .map((word) => SUBJECT_ABBREVIATIONS.find((known) => known === word.toUpperCase()) ?? word.toLowerCase())
    .join(' ');
}
