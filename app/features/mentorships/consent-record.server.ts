import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import type { LockedMentorship, Member } from './locked-mentorship.server.ts';
import { pairName } from './mentorship.text.ts';
import { type Answer, needsOrder } from './mentorship.ts';
import { beginByConsents } from './mentorship-activation.operations.server.ts';
import { changeMentorship } from './mentorship-change.server.ts';
import { listLacks } from './mentorship-lacks.server.ts';
import { noticesToSides } from './mentorship-line.ts';
import { findPaperFacts } from './mentorship-papers.queries.server.ts';
import { missingBeforeOrder, ruleOfTerms } from './mentorship-papers.ts';

/** An answer of a member as it is recorded. */
export interface NewConsent {
  personId: Id;
  answer: Answer;
  manner: 'electronic' | 'paper';
  answeredOn: Day;
  /** Version of the terms that stood on the page; absent for paper, which shows them itself. */
  termsVersion?: number | undefined;
}

/**
 * Records an answer on the held mentorship: a refusal ends the proposal unless others of the same side remain, the last
 * consent completes it (and begins mentorships of kinds without an order). Throws
 * NotFound for who is no member; RuleBroken `consent-already-answered`, `not-awaiting-consent`, `no-capacity`,
 * `terms-not-ready`, `terms-changed`.
 */
export async function recordConsent(tx: Context, mentorship: LockedMentorship, consent: NewConsent): Promise<void> {
  const { id: mentorshipId, unitId, regionId, members } = mentorship;
  if (!members.some(({ personId }) => personId === consent.personId)) throw new NotFound('member');
  const known = await tx.db
    .selectFrom('consent')
    .select(['personId', 'answer'])
    .where('mentorshipId', '=', mentorshipId)
    .execute();
  if (known.some(({ personId }) => personId === consent.personId)) throw new RuleBroken('consent-already-answered');
  if (mentorship.state !== 'proposed') throw new RuleBroken('not-awaiting-consent');
  await refuseWithoutTerms(tx, mentorship, consent);
  const { termsVersion: _, ...answer } = consent;
  await tx.db
    .insertInto('consent')
    .values({ id: newId(), mentorshipId, unitId, regionId, ...answer, recordedBy: personOf(tx), createdAt: tx.now })
    .execute();
  const willing = known.filter(({ answer }) => answer === 'given').length;
  if (consent.answer === 'declined') await decline(tx, mentorship, consent.personId, willing);
  else if (willing + 1 === members.length) await completeConsents(tx, mentorship);
}

/** A mentor agrees to work whose content, term, form and pay are told, exactly as they stand now (L-1, BR-01). */
async function refuseWithoutTerms(tx: Context, mentorship: LockedMentorship, consent: NewConsent): Promise<void> {
  const member = mentorship.members.find(({ personId }) => personId === consent.personId);
  if (consent.answer === 'declined' || member?.side !== 'mentor') return;
  const [facts] = await findPaperFacts(tx, [mentorship.id]);
  if (facts?.legalBasis !== 'labor_351_8') return;
  const terms = facts.terms.find(({ personId }) => personId === consent.personId);
  if (ruleOfTerms(facts.legalBasis, terms)) throw new RuleBroken('terms-not-ready');
  if (consent.termsVersion !== undefined && consent.termsVersion !== terms?.version)
    throw new RuleBroken('terms-changed');
}

async function decline(tx: Context, mentorship: LockedMentorship, byPersonId: Id, willing: number): Promise<void> {
  const member = mentorship.members.find(({ personId }) => personId === byPersonId);
  const sameSide = member?.side === 'mentor' ? mentorship.mentors : mentorship.mentees;
  if (member && sameSide.length > 1) return passOver(tx, without(mentorship, member), member, willing);
  await changeMentorship(tx, mentorship, { state: 'declined' });
  // To the other side it is a proposal that came to nothing, no more.
  const toOther = noticesToSides(mentorship, 'mentorship-withdrawn').filter(({ personId }) => personId !== byPersonId);
  await notifyAll(tx, [...toOther, noticeToProposer(mentorship, 'mentorship-declined')]);
}

/** One of several on a side does not take part: the others go on without him and are told nothing (BR-04). */
async function passOver(tx: Context, rest: LockedMentorship, { id }: Member, willing: number): Promise<void> {
  await tx.db.deleteFrom('mentorshipMember').where('id', '=', id).execute();
  if (willing === rest.members.length) return completeConsents(tx, rest);
  await tx.db
    .updateTable('mentorship')
    .set({ version: rest.version + 1 })
    .where('id', '=', rest.id)
    .execute();
  await notify(tx, noticeToProposer(rest, 'mentorship-member-declined'));
}

function without(mentorship: LockedMentorship, { id }: Member): LockedMentorship {
  const rest = (members: readonly Member[]) => members.filter((member) => member.id !== id);
  const [mentors, mentees] = [rest(mentorship.mentors), rest(mentorship.mentees)];
  const lead = { mentor: mentors[0] ?? mentorship.mentor, mentee: mentees[0] ?? mentorship.mentee };
  return { ...mentorship, ...lead, mentors, mentees, members: rest(mentorship.members) };
}

async function completeConsents(tx: Context, mentorship: LockedMentorship): Promise<void> {
  if (!needsOrder(mentorship.kindCode) && (await hasPapers(tx, mentorship.id))) return beginByConsents(tx, mentorship);
  await changeMentorship(tx, mentorship, { state: 'consented' });
  await notify(tx, noticeToProposer(mentorship, 'mentorship-consented'));
}

/**
 * Work under Labour Code 351.8 begins no sooner than its supplement is signed, with an order or without (BR-01); with
 * somebody from elsewhere or a minor, no sooner than the home organisation and the guardian agree.
 */
async function hasPapers(tx: Context, id: Id): Promise<boolean> {
  const [facts] = await findPaperFacts(tx, [id]);
  if (facts === undefined || missingBeforeOrder(facts).length > 0) return false;
  return (await listLacks(tx, [id])).length === 0;
}

/**
 * Begins a held mentorship of a kind without an order when its last paper has come after the consents. Throws
 * RuleBroken `no-capacity`, `no-hours`.
 */
export async function beginWhenPapered(tx: Context, mentorship: LockedMentorship): Promise<void> {
  if (mentorship.state !== 'consented' || needsOrder(mentorship.kindCode)) return;
  if (await hasPapers(tx, mentorship.id)) await beginByConsents(tx, mentorship);
}

function noticeToProposer(
  { id, proposedBy, mentor, mentee }: LockedMentorship,
  kind: 'mentorship-declined' | 'mentorship-consented' | 'mentorship-member-declined',
) {
  const details = { person: pairName(mentor.name, mentee.name) };
  return { personId: proposedBy, kind, path: paths.mentorship(id), details };
}
