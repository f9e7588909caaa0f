import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';

/** The notice of a mentorship that has not been taken back; null when there is none. */
export async function runningNotice(tx: Context, mentorshipId: Id) {
  const row = await tx.db
    .selectFrom('mentorshipNotice')
    .select(['id', 'party', 'personId', 'manner', 'endsOn'])
    .where('mentorshipId', '=', mentorshipId)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

/** Refuses an end before the day that a notice has already set. Throws RuleBroken `notice-still-runs`. */
export async function refuseBeforeNoticeRunsOut(tx: Context, mentorshipId: Id, finishedOn: Day): Promise<void> {
  const notice = await runningNotice(tx, mentorshipId);
  if (notice && finishedOn < notice.endsOn) throw new RuleBroken('notice-still-runs', 'finishedOn');
}
