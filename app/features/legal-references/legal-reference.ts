import type { Day } from '#db/schema.ts';

/**
 * A legal act documents refer to: title, number, date, first and last day in force, what took its place. Templates name
 * acts by code; a text that cites one no longer in force says so before anybody signs. Sources: DOMAIN 2.1; BR-65.
 */
export interface LegalReference {
  code: string;
  title: string;
  /** In the genitive, for «на основании …». */
  citation: string;
  number: string;
  datedOn: Day;
  startedOn: Day;
  endedOn: Day | null;
  replacedBy: string | null;
}

/** Why an act is not added. */
export type LegalRule = 'reference-starts-before-date' | 'reference-not-later' | 'reference-of-others';

/** What stands against adding an act; `replaced` is the one it takes the place of. */
export function ruleAgainstAdding(
  added: { datedOn: Day; startedOn: Day },
  replaced: { startedOn: Day; replacedBy: string | null } | null,
): { rule: LegalRule; field: string } | null {
  if (added.startedOn < added.datedOn) return { rule: 'reference-starts-before-date', field: 'startedOn' };
  if (replaced && (replaced.replacedBy !== null || added.startedOn <= replaced.startedOn)) {
    return { rule: 'reference-not-later', field: 'replaces' };
  }
  return null;
}

/** An act a text cites that is not in force: what it is, since when, and what is in force instead. */
export interface Outdated {
  title: string;
  number: string;
  endedOn: Day;
  replacement: { title: string; number: string } | null;
}

/** Acts among those cited that are over on a day. */
export function outdatedOf(
  cited: readonly LegalReference[],
  known: readonly Pick<LegalReference, 'code' | 'title' | 'number'>[],
  today: Day,
): Outdated[] {
  return cited.flatMap(({ title, number, endedOn, replacedBy }) => {
    if (endedOn === null || endedOn >= today) return [];
    const found = known.find(({ code }) => code === replacedBy);
    return [{ title, number, endedOn, replacement: found ? { title: found.title, number: found.number } : null }];
  });
}
