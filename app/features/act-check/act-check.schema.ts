import { z } from 'zod';
import { line, optionalLine } from '#app/core/form.ts';

/** The code in the address, as shown or without hyphens; anything else is answered like an unknown one. */
export const checkParams = z.object({ code: z.string().max(40) });

/** The code typed from paper. */
export const codeSchema = z.object({ code: line(60) });

/** What somebody holds: a hash, or the file itself. */
export const compareSchema = z.object({
  hash: optionalLine(200),
  file: z.union([z.literal('').transform(() => null), z.custom<File>((value) => value instanceof Blob)]),
});
