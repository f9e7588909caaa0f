import { z } from 'zod';
import { day } from '#app/core/form.ts';

/** A file as browsers send it; an empty field is nothing. */
const file = z
  .union([z.literal('').transform(() => null), z.custom<File>((value) => value instanceof Blob)])
  .optional()
  .transform((one) => (one && one.size > 0 ? one : null));

/** When the act was signed, and the scan or the detached signature. */
export const signatureSchema = z.object({ signedOn: day(), file });
