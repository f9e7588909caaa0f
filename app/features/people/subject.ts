/**
 * A school subject as it is stored: lower case, so that the same subject typed two ways is one; short words in capitals
 * are abbreviations and stay.
 */
export function normalSubject(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => (/^\P{L}*\p{Lu}{2,5}\P{L}*$/u.test(word) ? word : word.toLowerCase()))
    .join(' ');
}
