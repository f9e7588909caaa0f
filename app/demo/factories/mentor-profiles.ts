import type { Context } from '#app/core/context.server.ts';
import type { ReadySide } from '#app/features/mentor-profiles/mentor-profile.ts';
import { declareReadiness } from '#app/features/mentor-profiles/readiness.operations.server.ts';

/** The person of the context says to be ready in every way, as a mentor unless said otherwise. */
export function makeReady(ctx: Context, side: ReadySide = 'mentor'): Promise<void> {
  return declareReadiness(ctx, side, { isWritingReady: true, isInternetReady: true, isCodeAccepted: true });
}
