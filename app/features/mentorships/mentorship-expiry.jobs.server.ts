import type { Context } from '#app/core/context.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { type LockedMentorship, lockedMentorships } from './locked-mentorship.server.ts';
import { pairName } from './mentorship.text.ts';
import { ANSWER_DAYS } from './mentorship.ts';
import { changeMentorship, markMembersDirty } from './mentorship-change.server.ts';
import { journalPlace, noticesToSides } from './mentorship-line.ts';

const AT_ONCE = 100;
const DAY_MS = 86_400_000;

/**
 * Takes back proposals that were not answered by everyone within `ANSWER_DAYS`: the places are free again, the proposer
 * is told to propose anew, the members that nothing is asked of them. Each in its own transaction; safe to repeat.
 */
export async function expireProposals(ctx: Context): Promise<void> {
  const before = new Date(Date.parse(ctx.now) - ANSWER_DAYS * DAY_MS).toISOString();
  let after: Id | null = null;
  for (;;) {
    const due: { id: Id }[] = await ctx.db
      .selectFrom('mentorship')
      .select('id')
      .where('state', '=', 'proposed')
      .where('createdAt', '<', before)
      .$if(after !== null, (query) => query.where('id', '>', after))
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { id } of due) await transact(ctx, (tx) => expire(tx, id));
    after = due.at(-1)?.id ?? null;
    if (due.length < AT_ONCE) return;
  }
}

async function expire(tx: Context, id: Id): Promise<void> {
  const [mentorship] = await lockedMentorships(tx, [id]);
  // The last answer may have come while the lock was awaited.
  if (mentorship?.state !== 'proposed') return;
  await changeMentorship(tx, mentorship, { state: 'expired' });
  await journal(tx, { act: 'expireMentorship', ...journalPlace(mentorship), after: { state: 'expired' } });
  await notifyAll(tx, noticesToSides(mentorship, 'mentorship-withdrawn'));
  await notify(tx, noticeToProposer(mentorship));
  await markMembersDirty(tx, mentorship);
}

function noticeToProposer({ id, proposedBy, mentor, mentee }: LockedMentorship) {
  const details = { person: pairName(mentor.name, mentee.name) };
  return { personId: proposedBy, kind: 'mentorship-expired' as const, path: paths.mentorship(id), details };
}
