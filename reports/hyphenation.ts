/** Where a Russian word may be divided at the end of a line. */
import { reportsText } from './reports.text.ts';

const { vowels, consonants, signs } = reportsText.letters;
const any = `[${vowels}${consonants}${signs}]`;
const vowel = `[${vowels}]`;
const consonant = `[${consonants}]`;

/**
 * The pairs of contexts between which a word divides, by the sounds around the place. Source: the syllable rules of
 * P. Khristov as amended by Dymchenko and Varsanofiev, usual for Russian setting.
 */
const places = [
  [`[${signs}]`, `${any}${any}`],
  [vowel, `${vowel}${any}`],
  [`${vowel}${consonant}`, `${consonant}${vowel}`],
  [`${consonant}${vowel}`, `${consonant}${vowel}`],
  [`${vowel}${consonant}`, `${consonant}${consonant}${vowel}`],
  [`${vowel}${consonant}${consonant}`, `${consonant}${consonant}${vowel}`],
].map(([before, after]) => `(?<=${before})(?=${after})`);

// Not after a lone sign's neighbour: three letters stay on each line, and a soft or hard sign never starts one.
const division = new RegExp(`(?<=${any}{3})(?:${places.join('|')})(?=${any}{3})`, 'g');
const wholeWord = new RegExp(`^${any}{7,40}$`);

/**
 * Places where the word may be divided, as letter counts from its start. Only lower-case words, with the punctuation
 * around them, divide: names, numbers and abbreviations stay whole.
 */
export function divisionPlaces(word: string): readonly number[] {
  const known = knownPlaces.get(word);
  if (known) return known;
  const places = placesIn(word);
  if (knownPlaces.size >= MOST_KNOWN) knownPlaces.clear();
  knownPlaces.set(word, places);
  return places;
}

/** The same words stand at the ends of lines again and again. */
const knownPlaces = new Map<string, number[]>();

const MOST_KNOWN = 5_000;

function placesIn(word: string): number[] {
  const start = /^\P{L}*/u.exec(word)?.[0].length ?? 0;
  const core = word.slice(start).replace(/\P{L}+$/u, '');
  if (!wholeWord.test(core)) return [];
  return Array.from(core.matchAll(division), (match) => start + match.index);
}
