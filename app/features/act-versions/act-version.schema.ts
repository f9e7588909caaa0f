import { z } from 'zod';
import { day, text } from '#app/core/form.ts';

/** Beginning a version says nothing more. */
export const versionSchema = z.object({});
/** From which day an act is no more in force, and why. */
export const repealSchema = z.object({ repealedFrom: day(), reason: text(1000) });
