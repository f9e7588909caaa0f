import type { Day } from '#db/schema.ts';
import { levelOf, type MasteryLevel } from '../educational-routes/mastery.ts';
import type { Area } from '../people/competence-area.ts';

/**
 * The diagnosis of a route (positions 2 and 3): achievements and resources, difficulties and deficits in the nine areas,
 * each told by the owner and measured by an instrument. Sheets are added, never changed, so that what was before and
 * what came after can be compared. Source: 002-37, DT-14.
 */
export const SELF_MARKS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

/** Why something about a diagnosis is refused; constraint names of the database among them. */
export type DiagnosisRule =
  | 'nothing-told'
  | 'nothing-measured'
  | 'points-over-maximum'
  | 'instrument-not-in-use'
  | 'diagnosis-in-future'
  | 'deficit-already-open';

/** A self-mark of 1 to 10 as per cent of mastery. */
export function percentOfMark(mark: number): number {
  return mark * 10;
}

/** One result of an area: when, how much, on which level. */
export interface Result {
  madeOn: Day;
  percent: number;
  level: MasteryLevel;
}

/** The first and the latest result of an area by one way of diagnosis; the same when there is one. */
export interface BeforeAfter {
  first: Result;
  last: Result;
}

/** Results in order of their days as before and after; null when there is none. */
export function beforeAfter(
  results: readonly { madeOn: Day; percent: number; lowCutPercent: number | null; highCutPercent: number | null }[],
): BeforeAfter | null {
  const shown = results.map(({ madeOn, percent, lowCutPercent, highCutPercent }) => {
    const cuts = lowCutPercent !== null && highCutPercent !== null ? { lowCutPercent, highCutPercent } : undefined;
    return { madeOn, percent, level: levelOf(percent, cuts) };
  });
  const [first] = shown;
  const last = shown.at(-1);
  return first && last ? { first, last } : null;
}

/** Areas of a sheet on the level of deficit. */
export function deficitsIn(
  told: readonly { area: Area; percent: number; note: string }[],
  cuts?: { lowCutPercent: number; highCutPercent: number },
): { area: Area; description: string }[] {
  return told
    .filter(({ percent }) => levelOf(percent, cuts) === 'deficit')
    .map(({ area, note }) => ({ area, description: note }));
}
