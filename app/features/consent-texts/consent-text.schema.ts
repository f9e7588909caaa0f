import { z } from 'zod';
import { day, id, optionalDay, text } from '#app/core/form.ts';
import { PURPOSES } from './consent-text.ts';

/** The purpose in the address. */
export const purposeParams = z.object({ purpose: z.enum(PURPOSES) });

/** A text of one's own and its days. */
export const consentTextSchema = z.object({
  unitId: id(),
  body: text(8000),
  startedOn: day(),
  endedOn: optionalDay(),
});
