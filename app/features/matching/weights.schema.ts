import { z } from 'zod';
import { id, version, wholeNumber } from '#app/core/form.ts';
import { USUAL_WEIGHTS } from './weights.ts';

const ceiling = () => wholeNumber(0, 100);

/** The form of weights. */
export const weightsSchema = z.object({
  unitId: id(),
  strengths: ceiling(),
  subject: ceiling(),
  freeTime: ceiling(),
  distance: ceiling(),
  loadLeft: ceiling(),
  wishes: ceiling(),
  seenNumber: version(),
});

const typed = (usual: number) => z.coerce.number().int().min(0).max(100).catch(usual);

/** The same in the address, to look at the effect first; what makes no sense falls back to the usual ones. */
export const weightsPreview = z.object({
  unitId: id().nullable().catch(null).default(null),
  /** There when the form was sent, absent when the page is opened plainly. */
  seenNumber: z.string().nullable().default(null),
  strengths: typed(USUAL_WEIGHTS.strengths),
  subject: typed(USUAL_WEIGHTS.subject),
  freeTime: typed(USUAL_WEIGHTS.freeTime),
  distance: typed(USUAL_WEIGHTS.distance),
  loadLeft: typed(USUAL_WEIGHTS.loadLeft),
  wishes: typed(USUAL_WEIGHTS.wishes),
});
