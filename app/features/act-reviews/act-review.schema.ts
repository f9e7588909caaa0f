import { z } from 'zod';
import { optionalDay, optionalLine, optionalText } from '#app/core/form.ts';
import { ANSWERS, UNION_OUTCOMES } from './act-review.ts';

/** The answer of somebody asked, with the hash of the text on the page. */
export const answerSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  answer: z.enum(ANSWERS),
  comment: optionalText(2000),
});

/** Minutes of the teachers' council. */
export const councilSchema = z.object({
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  number: optionalLine(50),
  heldOn: optionalDay(),
});

/** The union's opinion. */
export const unionSchema = councilSchema.extend({ outcome: z.enum(UNION_OUTCOMES), note: optionalText(1000) });

/** Taking a text back says nothing more. */
export const withdrawSchema = z.object({});
