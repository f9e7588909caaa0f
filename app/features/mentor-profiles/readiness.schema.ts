import { z } from 'zod';
import { tick } from '#app/core/form.ts';
import { SIDES } from './mentor-profile.ts';

/** Which side the page is about. */
export const readinessParams = z.object({ side: z.enum(SIDES) });

/** What a participant says of the own readiness. */
export const readinessSchema = z.object({
  isWritingReady: tick(),
  isInternetReady: tick(),
  isCodeAccepted: tick(),
});
