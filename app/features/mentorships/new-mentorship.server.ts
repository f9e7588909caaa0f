import { assertCan, assertCanAt, can } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { Day, Id } from '#db/schema.ts';
import { fitsSides, traitsOf } from '../directories/directory.ts';
import { isAgreedOutside } from '../mentoring-requests/request-match.server.ts';
import type { PersonName } from '../people/person-name.ts';
import { holdPeople } from './locked-mentorship.server.ts';
import type { NewMentorship } from './mentorship.ts';
import { type PairRule, type Participant, ruleAgainstTerms, rulesAgainstPair } from './mentorship-rules.ts';
import { findPairFacts } from './pair-facts.server.ts';
import { entriesOfProposal, standingOf } from './proposal-entries.server.ts';

/** A person of a proposal, held still. */
export interface HeldPerson extends PersonName {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  unitEndedOn: Day | null;
  /** Kind of the home organisation. */
  unitKind: string;
}

/** Both people within reach, held with their work, their organisations and the mentor's limit until the act is done. Throws NotFound. */
export async function heldPair(tx: Context, { mentorId, menteeId }: NewMentorship) {
  await holdPeople(tx, [mentorId, menteeId]);
  const people: HeldPerson[] = await tx.db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['person.id', 'person.unitId', 'person.regionId', 'orgUnit.endedOn as unitEndedOn'])
    .select('orgUnit.kind as unitKind')
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('person.id', 'in', [mentorId, menteeId])
    .orderBy('orgUnit.id')
    .forShare('orgUnit')
    .execute();
  const mentor = people.find(({ id }) => id === mentorId);
  const mentee = people.find(({ id }) => id === menteeId);
  if (!mentor || !mentee) throw new NotFound('person');
  await assertCanAt(tx, 'mentorship.propose', mentee.unitId);
  await assertCan(tx, 'matching.run', mentee.id);
  await assertMentorWithinReach(tx, { mentorId, menteeId });
  const work = tx.db.selectFrom('employment').select('id').where('personId', 'in', [mentorId, menteeId]);
  await work.orderBy('id').forShare().execute();
  await holdPlaces(tx, [mentor]);
  return { mentor, mentee };
}

/** Holds the limits of mentors, so that their last place is given once; a mentor without a profile gets one. */
export async function holdPlaces(
  tx: Context,
  mentors: readonly { id: Id; unitId: Id; regionId: Id | null }[],
): Promise<void> {
  const profiles = mentors.map(({ id, unitId, regionId }) => ({ personId: id, unitId, regionId }));
  await tx.db
    .insertInto('mentorProfile')
    .values(profiles)
    .onConflict((conflict) => conflict.columns(['personId', 'unitId']).doNothing())
    .execute();
  await tx.db
    .selectFrom('mentorProfile')
    .select('personId')
    .where(({ eb, or }) => or(mentors.map(({ id, unitId }) => eb('personId', '=', id).and('unitId', '=', unitId))))
    .orderBy('personId')
    .orderBy('unitId')
    .forUpdate()
    .execute();
}

/** The field of the form that would change the rule, where there is one. */
const FIELDS: Partial<Record<PairRule, string>> = {
  'outside-employment': 'startedOn',
  'not-ready-remote': 'kindCode',
  'no-hours': 'hoursPerWeek',
};

/** A mentor works here, or agreed, with the home organisation, to come from another one upon the mentee's request. */
async function assertMentorWithinReach(tx: Context, pair: { mentorId: Id; menteeId: Id }): Promise<void> {
  if (await can(tx, 'matching.run', pair.mentorId)) return;
  await assertCan(tx, 'candidate.propose', pair.mentorId);
  if (!(await isAgreedOutside(tx, pair))) throw new NotFound('person');
}

/** Refuses terms or a pair against the rules. Throws RuleBroken with a code of `TermsRule` or `PairRule`. */
export async function refusePair(
  tx: Context,
  input: NewMentorship,
  { mentor, mentee }: { mentor: HeldPerson; mentee: HeldPerson },
): Promise<void> {
  const places = { mentorUnitId: mentor.unitId, menteeUnitId: mentee.unitId, unitEndedOn: mentee.unitEndedOn };
  const entries = await entriesOfProposal(tx, input, mentee.regionId);
  const { underLabourLaw } = traitsOf(entries.form, entries.kind);
  const refusedTerms = ruleAgainstTerms({ ...input, underLabourLaw }, places, tx.today);
  if (refusedTerms) throw new RuleBroken(refusedTerms.rule, refusedTerms.field);
  const facts = await findPairFacts(tx, mentee.id, [mentor.id]);
  const mentorFacts = facts.mentors.get(mentor.id);
  if (!mentorFacts || !facts.mentee) throw new NotFound('person');
  const { kindCode, hoursPerWeek } = input;
  const pair = { mentor: mentorFacts, mentee: facts.mentee, period: input, kindCode, hoursPerWeek };
  const [refused] = rulesAgainstPair(pair, tx.today);
  if (refused) throw new RuleBroken(refused, FIELDS[refused]);
  const standing = (person: HeldPerson, { work }: Participant) => standingOf(work, person.unitKind, input.startedOn);
  if (!fitsSides(entries.form, standing(mentor, mentorFacts), standing(mentee, facts.mentee)))
    throw new RuleBroken('side-not-for-form', 'formCode');
}

/** Writes the proposal with its two members. */
export async function writeMentorship(
  tx: Context,
  input: NewMentorship,
  { mentor, mentee }: { mentor: HeldPerson; mentee: HeldPerson },
  standing: { reverseGround: string | null; hasMinor: boolean },
): Promise<Id> {
  const { mentorId: _mentor, menteeId: _mentee, ...terms } = input;
  const { startedOn, endedOn } = input;
  const { unitId, regionId } = mentee;
  const id = newId();
  await tx.db
    .insertInto('mentorship')
    .values({
      id,
      unitId,
      regionId,
      ...terms,
      ...standing,
      state: 'proposed',
      proposedBy: personOf(tx),
      createdAt: tx.now,
    })
    .execute();
  const member = (side: 'mentor' | 'mentee', person: HeldPerson) => {
    const place = { unitId: person.unitId, regionId: person.regionId };
    return { id: newId(), mentorshipId: id, personId: person.id, side, startedOn, endedOn, ...place };
  };
  const members = [member('mentor', mentor), member('mentee', mentee)];
  await tx.db.insertInto('mentorshipMember').values(members).execute();
  return id;
}
