import { type Context, personOf } from '#app/core/context.server.ts';
import type { ReadySide } from './mentor-profile.ts';

/** What the actor has said of the own readiness for a side. */
export async function findOwnReadiness(ctx: Context, side: ReadySide) {
  const row = await ctx.db
    .selectFrom('participantReadiness')
    .select(['writingReadyOn', 'internetReadyOn', 'codeAcceptedOn'])
    .where('personId', '=', personOf(ctx))
    .where('side', '=', side)
    .executeTakeFirst();
  return row ?? { writingReadyOn: null, internetReadyOn: null, codeAcceptedOn: null };
}
