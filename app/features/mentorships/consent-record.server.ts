import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import type { LockedMentorship } from './locked-mentorship.server.ts';
import { pairName } from './mentorship.text.ts';
import type { Answer } from './mentorship.ts';
import { changeMentorship } from './mentorship-change.server.ts';
import { noticesToSides } from './mentorship-line.ts';

/** An answer of a member as it is recorded. */
export interface NewConsent {
  personId: Id;
  answer: Answer;
  manner: 'electronic' | 'paper';
  answeredOn: Day;
}

/**
 * Records an answer on the held mentorship: one refusal ends the proposal, the last consent completes it. Throws
 * NotFound for who is no member; RuleBroken `consent-already-answered`, `not-awaiting-consent`.
 */
export async function recordConsent(tx: Context, mentorship: LockedMentorship, consent: NewConsent): Promise<void> {
  const { id: mentorshipId, unitId, regionId, members } = mentorship;
  if (!members.some(({ personId }) => personId === consent.personId)) throw new NotFound('member');
  const known = await tx.db.selectFrom('consent').select('personId').where('mentorshipId', '=', mentorshipId).execute();
  if (known.some(({ personId }) => personId === consent.personId)) throw new RuleBroken('consent-already-answered');
  if (mentorship.state !== 'proposed') throw new RuleBroken('not-awaiting-consent');
  await tx.db
    .insertInto('consent')
    .values({ id: newId(), mentorshipId, unitId, regionId, ...consent, recordedBy: personOf(tx), createdAt: tx.now })
    .execute();
  if (consent.answer === 'declined') await decline(tx, mentorship, consent.personId);
  else if (known.length + 1 === members.length) await completeConsents(tx, mentorship);
}

async function decline(tx: Context, mentorship: LockedMentorship, byPersonId: Id): Promise<void> {
  await changeMentorship(tx, mentorship, { state: 'declined' });
  // To the other side it is a proposal that came to nothing, no more.
  const toOther = noticesToSides(mentorship, 'mentorship-withdrawn').filter(({ personId }) => personId !== byPersonId);
  await notifyAll(tx, [...toOther, noticeToProposer(mentorship, 'mentorship-declined')]);
}

async function completeConsents(tx: Context, mentorship: LockedMentorship): Promise<void> {
  await changeMentorship(tx, mentorship, { state: 'consented' });
  await notify(tx, noticeToProposer(mentorship, 'mentorship-consented'));
}

function noticeToProposer(
  { id, proposedBy, mentor, mentee }: LockedMentorship,
  kind: 'mentorship-declined' | 'mentorship-consented',
) {
  const details = { person: pairName(mentor.name, mentee.name) };
  return { personId: proposedBy, kind, path: paths.mentorship(id), details };
}
