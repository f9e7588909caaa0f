import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { pauseReason } from './pause.ts';

/** The term of a mentorship that the actor may pause. Throws NotFound. */
export async function findPausable(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .select(['mentorship.id', 'mentorship.startedOn', 'mentorship.endedOn'])
    .where('mentorship.id', '=', id)
    .where(within(ctx, 'mentorship.pause'))
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorship');
  return row;
}

/** A pause that the actor may end. Throws NotFound. */
export async function findPause(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentorshipPause')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipPause.mentorshipId')
    .select(['mentorshipPause.id', 'mentorshipPause.mentorshipId', 'mentorshipPause.reason'])
    .select(['mentorshipPause.startedOn', 'mentorshipPause.endedOn', 'mentorshipPause.version'])
    .where('mentorshipPause.id', '=', id)
    .where(within(ctx, 'mentorship.pause'))
    .executeTakeFirst();
  if (!row) throw new NotFound('pause');
  return { ...row, reason: pauseReason(row.reason) };
}
