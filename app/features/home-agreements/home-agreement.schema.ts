import { z } from 'zod';
import { id, optionalLine, version } from '#app/core/form.ts';

/** One agreement in the address. */
export const homeAgreementParams = z.object({ id: id() });

/** The answer, and on which agreement between the organisations it rests. */
export const homeAnswerSchema = z.object({
  answer: z.enum(['agreed', 'refused']),
  agreement: optionalLine(300).transform((typed) => typed ?? ''),
  version: version(),
});
