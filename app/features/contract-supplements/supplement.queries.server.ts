import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { mentorshipState } from '../mentorships/mentorship.ts';
import { fullName } from '../people/person-name.ts';
import { ruleAgainstAnnulling, supplementState } from './supplement.ts';

/** One supplement with what the actor may do to it. Throws NotFound. */
export async function findSupplement(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('contractSupplement')
    .innerJoin('person', 'person.id', 'contractSupplement.personId')
    .innerJoin('mentorship', 'mentorship.id', 'contractSupplement.mentorshipId')
    .innerJoin('mentorshipTerms as written', 'written.id', 'contractSupplement.termsId')
    .select(['contractSupplement.id', 'contractSupplement.mentorshipId', 'contractSupplement.state'])
    .select(['contractSupplement.startedOn', 'contractSupplement.document', 'contractSupplement.documentHash'])
    .select(['contractSupplement.employeeSignedOn', 'contractSupplement.employerSignedOn'])
    .select(['contractSupplement.annulReason', 'contractSupplement.version', 'contractSupplement.createdAt'])
    .select(['contractSupplement.termsVersion', 'written.version as writtenVersion'])
    .select(['mentorship.state as mentorshipState', within(ctx, 'supplement.sign').as('canSign')])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('contractSupplement.id', '=', id)
    .where(within(ctx, 'supplement.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('supplement');
  const { lastName, firstName, middleName, document, termsVersion, writtenVersion, ...supplement } = row;
  const state = supplementState(row.state);
  return {
    ...supplement,
    state,
    mentor: fullName({ lastName, firstName, middleName }),
    // Written only by `drawSupplement`, from this type.
    document: document as Document,
    isOutdated: state === 'drawn' && termsVersion !== writtenVersion,
    canSign: Boolean(row.canSign),
    refusalToAnnul: ruleAgainstAnnulling(state, mentorshipState(row.mentorshipState)),
  };
}
