import type { z } from 'zod';
import type { Id } from '#db/schema.ts';
import type { Area } from '../people/competence-area.ts';
import type { Reflection } from './reflection.operations.server.ts';
import type { reflectionSchema } from './reflection.schema.ts';
import type { DeficitView } from './reflection.ts';

/**
 * What a form of a reflection says: one answer an area stands for every deficit asked about there. A deficit without an
 * answer is left out, so that the rule can refuse.
 */
export function reflectionOf(
  form: z.output<typeof reflectionSchema>,
  asked: readonly { id: Id; area: Area }[],
): Reflection {
  const { nearness, tried, changed, kept = '', troubles = '', needs = '' } = form;
  const { interest, meaning, confidence, readiness } = form;
  const deficits = asked.flatMap(({ id, area }): DeficitView[] => {
    const progress = form[`progress_${area}`];
    return progress ? [{ deficitId: id, progress, note: form[`note_${area}`] ?? '' }] : [];
  });
  const motivation = { interest, meaning, confidence, readiness };
  return { nearness, tried, changed, kept, troubles, needs, deficits, motivation };
}

/** The deficits a form names: one line an area, that of the latest deficit there. */
export function onePerArea<T extends { area: Area }>(deficits: readonly T[]): T[] {
  return [...new Map(deficits.map((deficit) => [deficit.area, deficit])).values()];
}
