import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { findMemberOrInvited } from '../mentorships/invited.server.ts';
import { type LockedMentorship, lockedMentorship, type Member } from '../mentorships/locked-mentorship.server.ts';
import { type LegalBasis, legalBasis } from '../mentorships/mentorship.ts';

/** Terms held still together with their mentorship. */
export interface HeldTerms {
  mentorship: LockedMentorship;
  legalBasis: LegalBasis;
  mentor: Member;
  birthOn: Day | null;
  /** Both sides have signed a supplement that stands. */
  isSigned: boolean;
  row: Awaited<ReturnType<typeof storedTerms>>;
}

/**
 * The terms of one mentor, or of one invited to be it, held through the mentorship's own lock: a change of terms and
 * the approval of the order wait for each other. `row` is undefined while nothing is written. Throws NotFound for who
 * is no mentor there.
 */
export async function heldTerms(tx: Context, mentorshipId: Id, personId: Id): Promise<HeldTerms> {
  const mentorship = await lockedMentorship(tx, mentorshipId);
  const mentor = await findMemberOrInvited(tx, mentorship, personId, 'mentor');
  if (!mentor) throw new NotFound('mentor');
  const facts = await tx.db
    .selectFrom('mentorship')
    .innerJoin('person', (join) => join.on('person.id', '=', personId))
    .select(['mentorship.legalBasis', 'person.birthOn'])
    .where('mentorship.id', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  const signed = await tx.db
    .selectFrom('contractSupplement')
    .select('id')
    .where('mentorshipId', '=', mentorshipId)
    .where('personId', '=', personId)
    .where('state', '=', 'signed')
    .executeTakeFirst();
  const row = await storedTerms(tx, mentorshipId, personId);
  return {
    mentorship,
    legalBasis: legalBasis(facts.legalBasis),
    mentor,
    birthOn: facts.birthOn,
    isSigned: signed !== undefined,
    row,
  };
}

function storedTerms(tx: Context, mentorshipId: Id, personId: Id) {
  return tx.db
    .selectFrom('mentorshipTerms')
    .selectAll()
    .where('mentorshipId', '=', mentorshipId)
    .where('personId', '=', personId)
    .executeTakeFirst();
}

/** The act's line in the journal: which fields changed, never what is paid. */
export async function journalTerms(
  tx: Context,
  act: string,
  { mentorship, mentor }: HeldTerms,
  about: { id: Id; version: number; changed: string[] },
): Promise<void> {
  const { unitId, regionId } = mentorship;
  const { id, ...after } = about;
  const line = { objectKind: 'mentorship_terms', objectId: id, unitId, regionId, personId: mentor.personId };
  await journal(tx, { act, ...line, after });
}
