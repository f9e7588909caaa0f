import { assertCan, can } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import type { NoticeKind } from '../notifications/notice.ts';
import { workingCalendar } from '../working-days/working-days.queries.server.ts';
import { type LockedMentorship, lockedMentorship } from './locked-mentorship.server.ts';
import { pairName } from './mentorship.text.ts';
import { journalPlace } from './mentorship-line.ts';
import { earliestEnd, type NoticeParty, ruleAgainstAnyNotice, ruleAgainstNoticeDays } from './mentorship-notice.ts';
import { runningNotice } from './running-notice.server.ts';

/** A notice as head or curator records it: the organisation's own, or one that a side gave on paper. */
export interface RecordedNotice {
  party: NoticeParty;
  manner: 'electronic' | 'paper';
  givenOn: Day;
  endsOn: Day;
}

/**
 * The actor's own notice, given electronically today: the mentorship ends on the chosen day. Throws NotFound for who is no
 * side of it; RuleBroken with a code of `NoticeRule`, `calendar-year-missing`. Source: Labour Code 351.8, BR-03, BR-04.
 */
export async function giveUpMentorship(ctx: Context, id: Id, input: { endsOn: Day }): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, id);
    await assertCan(tx, 'mentorship.giveUp', id);
    const personId = personOf(tx);
    const side = mentorship.members.find((member) => member.personId === personId)?.side;
    if (!side) throw new NotFound('member');
    const notice = { party: side, manner: 'electronic', givenOn: tx.today, endsOn: input.endsOn } as const;
    await writeNotice(tx, mentorship, notice, personId);
  });
}

/**
 * A notice of the organisation, or of a side on paper, recorded by head or curator. Throws NotFound, Forbidden; RuleBroken
 * as above.
 */
export async function recordEarlyEnd(ctx: Context, id: Id, notice: RecordedNotice): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, id);
    await assertCan(tx, 'mentorship.endEarly', id);
    const { mentor, mentee } = mentorship;
    const giver = notice.party === 'employer' ? null : notice.party === 'mentor' ? mentor.personId : mentee.personId;
    // A side gives its electronic notice itself, on its own page.
    const manner = notice.party === 'employer' ? notice.manner : 'paper';
    await writeNotice(tx, mentorship, { ...notice, manner }, giver);
  });
}

async function writeNotice(
  tx: Context,
  mentorship: LockedMentorship,
  notice: RecordedNotice,
  giverId: Id | null,
): Promise<void> {
  const { id: mentorshipId, unitId, regionId, startedOn } = mentorship;
  const isEnding = (await runningNotice(tx, mentorshipId)) !== null;
  const refusal = ruleAgainstAnyNotice({ ...mentorship, isEnding }, giverId);
  if (refusal) throw new RuleBroken(refusal);
  const { endsOn: earliest } = earliestEnd(notice.givenOn, startedOn, await workingCalendar(tx, regionId));
  const refused = ruleAgainstNoticeDays(notice, mentorship, earliest, tx.today);
  if (refused) throw new RuleBroken(refused.rule, refused.field);
  await tx.db
    .insertInto('mentorshipNotice')
    .values({ id: newId(), mentorshipId, unitId, regionId, ...notice, personId: giverId, recordedBy: personOf(tx) })
    .execute();
  await tell(tx, mentorship, { act: 'planMentorshipEnd', kind: 'mentorship-ending', after: { endsOn: notice.endsOn } });
}

/**
 * Takes a running notice back: the mentorship goes on to its planned end. Who gave it does so, or head and curator for
 * the organisation and for notices on paper. Throws NotFound for anybody else and without a notice; RuleBroken `notice-not-withdrawable`.
 */
export async function withdrawNotice(ctx: Context, id: Id): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, id);
    const notice = await runningNotice(tx, id);
    const isOwn = notice?.personId === personOf(tx) && (await can(tx, 'mentorship.giveUp', id));
    const isKept = notice?.party === 'employer' || notice?.manner === 'paper';
    if (!isOwn) await assertCan(tx, 'mentorship.endEarly', id);
    if (!notice || (!isOwn && !isKept)) throw new NotFound('notice');
    if (mentorship.state !== 'active' || notice.endsOn < tx.today) throw new RuleBroken('notice-not-withdrawable');
    await tx.db.updateTable('mentorshipNotice').set({ withdrawnAt: tx.now }).where('id', '=', notice.id).execute();
    await tell(tx, mentorship, { act: 'keepMentorship', kind: 'mentorship-kept', before: { endsOn: notice.endsOn } });
  });
}

/** Journals and notifies in the same neutral words whoever acted. */
async function tell(
  tx: Context,
  mentorship: LockedMentorship,
  what: { act: string; kind: NoticeKind; before?: { endsOn: Day }; after?: { endsOn: Day } },
): Promise<void> {
  const { act, kind, ...change } = what;
  // The author would tell auditors who gave up (BR-04): he stands in the notice itself, which head and curator read.
  const neutral: Context = { ...tx, actor: { kind: 'system', name: 'mentorship-ending' } };
  await journal(neutral, { act, ...journalPlace(mentorship), ...change });
  const { id, mentors, mentees, proposedBy } = mentorship;
  const path = paths.mentorship(id);
  const day = (change.after ?? change.before)?.endsOn ?? '';
  const person = pairName(mentors.map(({ name }) => name).join(', '), mentees.map(({ name }) => name).join(', '));
  const people = new Set([...mentors, ...mentees].map(({ personId }) => personId).concat(proposedBy));
  await notifyAll(
    tx,
    [...people].map((personId) => ({ personId, kind, path, details: { person, day } })),
  );
}
