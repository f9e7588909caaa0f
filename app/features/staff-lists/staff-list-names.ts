import {
  LOOK_ALIKES,
  NO_PATRONYMIC,
  PATRONYMIC_ENDING,
  PATRONYMIC_PARTICLES,
  SMALL_WORDS,
  SURNAME_ENDING,
} from './staff-list-names.text.ts';
import { cleanText, hasControls, plainWords } from './staff-list-source.ts';

/** A person's name in its parts; '' is a part that is missing, a patronymic may be null by right. */
export interface NameParts {
  lastName: string;
  firstName: string;
  middleName: string | null;
}

/** Why a text is no name. */
export type NameRefusal = 'name-has-controls' | 'name-unreadable' | 'name-mixed-alphabets' | 'too-long';

/** The longest part of a name, in letters. */
export const NAME_LETTERS = 100;

/** Splits a full name written in one cell: surname first, or first name and patronymic before the surname. */
export function splitFullName(text: string): NameParts {
  const words = tidyName(text)
    .split(' ')
    .filter((word) => word !== '');
  const [first = '', second = '', third = ''] = words;
  if (words.length <= 2) return { lastName: first, firstName: second, middleName: null };
  if (words.length === 3) {
    const surnameIsLast = isPatronymic(second) && !isPatronymic(third);
    if (surnameIsLast && !isParticle(third)) return { lastName: third, firstName: first, middleName: second };
    return { lastName: first, firstName: second, middleName: third };
  }
  const middleWords = isParticle(words.at(-1) ?? '') ? 2 : 1;
  const named = words.slice(0, -middleWords);
  const surnameWords = SURNAME_ENDING.test(second) && second.length > 3 ? 2 : 1;
  return {
    lastName: named.slice(0, surnameWords).join(' '),
    firstName: named.slice(surnameWords).join(' '),
    middleName: words.slice(-middleWords).join(' '),
  };
}

/** Whether a text has the form of a full name with a patronymic, unlike a line such as «Primary school teachers». */
export function looksLikeFullName(text: string): boolean {
  const words = tidyName(text).split(' ');
  return words.length >= 3 && words.length <= 4 && words.some((word) => isPatronymic(word) || isParticle(word));
}

/** Splits a cell that holds first name and patronymic. */
export function splitFirstAndMiddle(text: string): Omit<NameParts, 'lastName'> {
  const [firstName = '', ...rest] = tidyName(text).split(' ');
  return { firstName, middleName: rest.length === 0 ? null : rest.join(' ') };
}

/** A name as it is written in documents: letters look-alikes put right, capitals only where they belong. */
export function properName(text: string): string {
  return tidyName(text)
    .split(' ')
    .map((word) => properWord(cyrillicLookAlikes(word)))
    .join(' ');
}

/** A patronymic in its proper form; null when the cell says that there is none. */
export function properMiddleName(text: string | null): string | null {
  const name = text === null ? '' : properName(text);
  return name === '' || NO_PATRONYMIC.test(name) ? null : name;
}

/** Whether a first name or patronymic is only its first letter. A surname may well be one letter long. */
export function isInitials(name: string): boolean {
  return /^\p{L}\.?( ?\p{L}\.?)?$/u.test(name) && (name.length === 1 || name.includes('.'));
}

/** Why a part of a name (in its proper form) cannot be taken; null when it can. */
export function nameRefusal(name: string): NameRefusal | null {
  if (hasControls(name)) return 'name-has-controls';
  if (name.length > NAME_LETTERS) return 'too-long';
  if (!/^[\p{L}\p{M}][\p{L}\p{M}'\u2019\u02BC.\- ]*$/u.test(name)) return 'name-unreadable';
  if (name.split(/[ -]/).some(mixesAlphabets)) return 'name-mixed-alphabets';
  return null;
}

/** A name for finding the same person: case, the letter written two ways, marks and look-alike letters do not count. */
export function nameSkeleton(name: string): string {
  return plainWords(Array.from(cleanText(name), (letter) => LOOK_ALIKES[letter] ?? letter).join(''));
}

function tidyName(text: string): string {
  return cleanText(text)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/^\d+[.)]\s*/, '')
    .replace(/\s*[-\u2010-\u2015]\s*/g, '-')
    .replace(/(\p{L}{2,})[.,;]+(?=\s|$)/gu, '$1')
    .replace(/[\s,;]+/g, ' ')
    .trim();
}

function isPatronymic(word: string): boolean {
  return word.length > 4 && PATRONYMIC_ENDING.test(word);
}

function isParticle(word: string): boolean {
  return PATRONYMIC_PARTICLES.includes(word.toLowerCase());
}

function properWord(word: string): string {
  const small = word.toLowerCase();
  if (isParticle(small) || (SMALL_WORDS.includes(small) && word === small)) return small;
  const isOneCase = word === small || (word === word.toUpperCase() && word.replace(/[^\p{L}]/gu, '').length > 1);
  if (!isOneCase) return word;
  return small.replace(
    /(^|[-'\u2019\u02BC.])(\p{L})/gu,
    (_, mark: string, letter: string) => mark + letter.toUpperCase(),
  );
}

function cyrillicLookAlikes(word: string): string {
  if (!mixesAlphabets(word)) return word;
  const repaired = Array.from(word, (letter) => LOOK_ALIKES[letter] ?? letter).join('');
  return mixesAlphabets(repaired) ? word : repaired;
}

function mixesAlphabets(word: string): boolean {
  return /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word);
}
