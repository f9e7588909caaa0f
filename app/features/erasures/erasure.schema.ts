import { z } from 'zod';
import { day, id, pageNumber, text } from '#app/core/form.ts';

/** The list's page. */
export const erasureFilterSchema = z.object({ page: pageNumber() });

/** One act in the address. */
export const actParams = z.object({ id: id() });

/** What is destroyed, when and by whom; one ticked line comes as a word, several as a list. */
export const destructionSchema = z.object({
  dueIds: z
    .union([id().transform((one) => [one]), z.array(id())])
    .optional()
    .transform((chosen) => [...new Set(chosen ?? [])]),
  actedOn: day(),
  commission: text(1000),
});
