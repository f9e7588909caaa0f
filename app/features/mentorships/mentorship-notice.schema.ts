import { z } from 'zod';
import { day } from '#app/core/form.ts';
import { NOTICE_PARTIES } from './mentorship-notice.ts';

/** A side's own notice. */
export const giveUpSchema = z.object({ endsOn: day() });

/** A notice that head or curator records. */
export const earlyEndSchema = z.object({
  party: z.enum(NOTICE_PARTIES),
  manner: z.enum(['electronic', 'paper']),
  givenOn: day(),
  endsOn: day(),
});
