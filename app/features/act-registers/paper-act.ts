import type { Day } from '#db/schema.ts';

/** An act made on paper before the program, registered by its number and days so that others may refer to it. */
export interface PaperAct {
  kind: string;
  heading: string;
  number: string;
  registeredOn: Day;
  inForceOn: Day;
}

/** Why an act on paper is refused. */
export type PaperActRule = 'paper-in-future' | 'paper-in-force-before' | 'paper-kind-unknown';

/** What stands against these days; null when nothing does. */
export function ruleAgainstPaperAct(act: PaperAct, today: Day): { rule: PaperActRule; field: string } | null {
  if (act.registeredOn > today) return { rule: 'paper-in-future', field: 'registeredOn' };
  return act.inForceOn < act.registeredOn ? { rule: 'paper-in-force-before', field: 'inForceOn' } : null;
}
