import type { Document } from '#reports/document.ts';

/** A person as a text may name him: surname and the whole name in every case, without doubles. */
export interface NameForms {
  surnames: readonly string[];
  fullNames: readonly string[];
}

/**
 * The document with the names of these people withheld: whole names in any case, surnames with initials before or after,
 * and surnames alone. Everything else stays word for word. Source: BR-82.
 */
export function withoutNames(document: Document, people: readonly NameForms[], instead: string): Document {
  const pattern = patternOf(people);
  if (pattern === null) return document;
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(pattern, instead);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  // The shape of a document stays: only its texts are other.
  return clean(document) as Document;
}

const SPACE = '[\\s\\u00a0]*';
const INITIALS = `\\p{Lu}\\.${SPACE}(?:\\p{Lu}\\.)?`;

function patternOf(people: readonly NameForms[]): RegExp | null {
  const longestFirst = (words: readonly string[]) =>
    [...new Set(words)].filter(Boolean).sort((one, other) => other.length - one.length || (one < other ? -1 : 1));
  const full = longestFirst(people.flatMap(({ fullNames }) => fullNames)).map(wordsOf);
  const surnames = longestFirst(people.flatMap(({ surnames: all }) => all)).map(wordsOf);
  if (surnames.length === 0) return null;
  const surname = `(?:${surnames.join('|')})`;
  const named = [...full, `(?:${INITIALS}${SPACE})?${surname}(?:${SPACE}${INITIALS})?`];
  return new RegExp(`(?<![\\p{L}\\d])(?:${named.join('|')})(?![\\p{L}\\d])`, 'giu');
}

/** The words for a pattern, any white space between them. */
function wordsOf(name: string): string {
  return name
    .split(/[\s\u00a0]+/)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|]/g, (special) => `\\${special}`))
    .join('[\\s\\u00a0]+');
}
