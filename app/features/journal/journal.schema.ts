import { z } from 'zod';
import { optionalDay, pageNumber } from '#app/core/form.ts';

/** The journal's filter as it stands in the address; what cannot be read is no filter. */
export const journalFilter = z.object({
  from: optionalDay().catch(null).default(null),
  to: optionalDay().catch(null).default(null),
  act: z
    .string()
    .regex(/^[a-zA-Z]{0,60}$/)
    .catch('')
    .default(''),
  page: pageNumber(),
});

/** Days, act and page. */
export type JournalFilter = z.output<typeof journalFilter>;
