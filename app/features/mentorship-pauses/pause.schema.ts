import { z } from 'zod';
import { day, tick, version } from '#app/core/form.ts';
import { PAUSE_REASONS } from './pause.ts';

/** A pause. */
export const pauseSchema = z.object({
  reason: z.enum(PAUSE_REASONS),
  startedOn: day(),
  endedOn: day(),
  freesPlace: tick(),
});

/** Work resuming before the pause is over. */
export const resumeSchema = z.object({ resumedOn: day(), version: version() });
