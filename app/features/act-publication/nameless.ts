import type { Document } from '#reports/document.ts';

/** A person as a text may name him: surnames and whole names (surname first) in every case, present and former. */
export interface NameForms {
  surnames: readonly string[];
  fullNames: readonly string[];
}

/** A text with names withheld. */
export type Hide = (text: string) => string;

/** The document with every text of it hidden so; everything else stays word for word. Source: BR-82. */
export function withoutNames(document: Document, hide: Hide): Document {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return hide(value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]));
  };
  // The shape of a document stays: only its texts are other.
  return clean(document) as Document;
}

/** A step of a name known so far; `ends` tells what a name ending here may stand with. */
interface Step {
  next: Map<string, Step>;
  ends: 'surname' | 'whole' | null;
}

/**
 * Withholds whole names in any order, surnames with initials before or after, and surnames alone, whatever the letters'
 * size and whether ё is written as е. Takes time by the length of the text alone, however many people there are.
 */
export function nameHider(people: readonly NameForms[], instead: string): Hide {
  const root = learned(people);
  return (text) => {
    const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
      ...{ word: folded(word), from: index, to: index + word.length },
    }));
    let shown = '';
    let done = 0;
    for (let at = 0; at < words.length; ) {
      const name = nameAt(root, text, words, at);
      if (!name) {
        at += 1;
        continue;
      }
      const from = name.isSurname ? beforeInitials(text, done, name.from) : name.from;
      const to = name.isSurname ? afterInitials(text, name.to) : name.to;
      shown += text.slice(done, from) + instead;
      done = to;
      while ((words[at]?.from ?? to) < to) at += 1;
    }
    return shown + text.slice(done);
  };
}

// Soft hyphens and joiners inside a word are not seen by who reads it.
const WORD = /[\p{L}\p{M}\p{N}\u00ad\u200b-\u200d\u2060]+/gu;
const UNSEEN = /[\u00ad\u200b-\u200d\u2060]/g;
const GAP = /^[\s'\u2019\u02bc\u2010\u2011-]{1,9}$/u;
const INITIALS_BEFORE = /(?<![\p{L}\p{N}])\p{Lu}\.\s*(?:\p{Lu}\.\s*)?$/iu;
const INITIALS_AFTER = /^\s*\p{Lu}\.(?:\s*\p{Lu}\.)?(?![\p{L}\p{N}])/iu;
const INITIALS_ROOM = 12;

function folded(word: string): string {
  return word.replace(UNSEEN, '').normalize('NFC').toLowerCase().replaceAll('\u0451', '\u0435');
}

const wordsOf = (name: string): string[] => (name.match(WORD) ?? []).map(folded);

function learned(people: readonly NameForms[]): Step {
  const root: Step = { next: new Map(), ends: null };
  for (const { surnames, fullNames } of people) {
    const families = surnames.map(wordsOf).filter((family) => family.length > 0);
    for (const family of families) learn(root, family, 'surname');
    for (const name of fullNames.map(wordsOf)) {
      learn(root, name, 'whole');
      for (const family of families.filter((one) => one.every((word, place) => name[place] === word))) {
        const given = name.slice(family.length);
        if (given.length === 0) continue;
        learn(root, [...given, ...family], 'whole');
        learn(root, [...family, ...given.slice(0, 1)], 'whole');
        learn(root, [...given.slice(0, 1), ...family], 'whole');
      }
    }
  }
  return root;
}

function learn(root: Step, name: readonly string[], ends: 'surname' | 'whole'): void {
  if (name.length === 0) return;
  let step = root;
  for (const word of name) {
    const next: Step = step.next.get(word) ?? { next: new Map(), ends: null };
    step.next.set(word, next);
    step = next;
  }
  step.ends = step.ends === 'surname' ? 'surname' : ends;
}

/** The longest name that begins with this word. */
function nameAt(root: Step, text: string, words: readonly { word: string; from: number; to: number }[], at: number) {
  let found: { from: number; to: number; isSurname: boolean } | null = null;
  let step: Step | undefined = root;
  const from = words[at]?.from ?? 0;
  for (let place = at; place < words.length; place += 1) {
    const word = words[place];
    const before = words[place - 1];
    if (!word || (place > at && before && !GAP.test(text.slice(before.to, word.from)))) break;
    step = step.next.get(word.word);
    if (!step) break;
    if (step.ends) found = { from, to: word.to, isSurname: step.ends === 'surname' };
  }
  return found;
}

function beforeInitials(text: string, done: number, from: number): number {
  const start = Math.max(done, from - INITIALS_ROOM);
  return from - (text.slice(start, from).match(INITIALS_BEFORE)?.[0].length ?? 0);
}

function afterInitials(text: string, to: number): number {
  return to + (text.slice(to, to + INITIALS_ROOM).match(INITIALS_AFTER)?.[0].length ?? 0);
}
