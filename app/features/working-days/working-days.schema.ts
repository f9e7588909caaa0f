import { z } from 'zod';
import { day, id, line } from '#app/core/form.ts';

/** Which year and which region of the actor's own the page shows. */
export const calendarFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  region: id().optional().catch(undefined),
});

/** A day off of a region. */
export const dayOffSchema = z.object({ unitId: id(), day: day(), name: line(200), act: line(300) });
