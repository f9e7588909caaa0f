import type { Day } from '#db/schema.ts';

/**
 * What must be destroyed because a consent was withdrawn: a dated line with its ground, started by the withdrawal, to be
 * done in 30 days, and the act that records that it was (DT-34). The data go in the transaction of the act; the act names
 * classes and numbers, nobody. Papers the law keeps are not touched. Sources: 152-FZ article 21 (5, 7); order of
 * Roskomnadzor № 179 of 28.10.2022; BR-80, BR-84.
 */
export const DATA_CLASSES = ['contacts', 'published', 'transferred', 'guardian'] as const;

/** A class of data that goes together. */
export type DataClass = (typeof DATA_CLASSES)[number];

/** Narrows a stored word; an unknown one is a fault of the data. */
export function dataClass(word: string): DataClass {
  const known = DATA_CLASSES.find((one) => one === word);
  if (!known) throw new Error(`unknown class of data: ${word}`);
  return known;
}

/**
 * Why a line is closed without an act, for an act says only what was deleted: the person's card is the present
 * organisation's, which keeps it on its own ground; another consent in force still needs the data; the program keeps nothing
 * of the class (what was published or shown ended with the withdrawal) or holds it empty already.
 */
export const SETTLED_GROUNDS = ['moved', 'still-needed', 'not-kept'] as const;

/** Ground of closing a line without an act. */
export type SettledGround = (typeof SETTLED_GROUNDS)[number];

/** The ground on which a line is closed without an act; null when its data go with the act. */
export function groundToKeep(facts: { isMoved: boolean; isNeeded: boolean; isKept: boolean }): SettledGround | null {
  if (facts.isMoved) return 'moved';
  if (facts.isNeeded) return 'still-needed';
  return facts.isKept ? null : 'not-kept';
}

/** Why an act is not recorded. */
export type ErasureRule = 'erasures-missing' | 'erasure-not-due' | 'act-in-future' | 'act-before-withdrawal';

/** What stands against an act of this day about lines that began on these days. */
export function ruleAgainstAct(
  { chosen, found }: { chosen: number; found: readonly { startedOn: Day }[] },
  actedOn: Day,
  today: Day,
): { rule: ErasureRule; field?: string } | null {
  if (chosen === 0) return { rule: 'erasures-missing', field: 'dueIds' };
  if (found.length !== chosen) return { rule: 'erasure-not-due', field: 'dueIds' };
  if (actedOn > today) return { rule: 'act-in-future', field: 'actedOn' };
  return found.some(({ startedOn }) => startedOn > actedOn)
    ? { rule: 'act-before-withdrawal', field: 'actedOn' }
    : null;
}

/** A line of the act: so many records of a class, of so many people. */
export interface DestroyedClass {
  dataClass: DataClass;
  records: number;
  people: number;
}

/** Lines of the act, one a class, in the order of classes. */
export function destroyedClasses(lines: readonly { dataClass: DataClass; personId: string }[]): DestroyedClass[] {
  return DATA_CLASSES.flatMap((one) => {
    const own = lines.filter((line) => line.dataClass === one);
    const people = new Set(own.map(({ personId }) => personId)).size;
    return own.length > 0 ? [{ dataClass: one, records: own.length, people }] : [];
  });
}
