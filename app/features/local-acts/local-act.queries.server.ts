import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { membersOn, menteeKey } from '../mentorships/mentorship-sides.server.ts';
import { shortName } from '../people/person-name.ts';
import { signatureColumns } from './act-issue.server.ts';
import { findReviewFacts } from './act-review-facts.server.ts';
import { actTypeOf } from './act-type.ts';
import type { ActValues } from './act-values.ts';
import { actState, ruleAgainstApproving } from './local-act.ts';

/** One act with what the actor may do to it now. Throws NotFound. */
export async function findAct(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('localAct')
    .leftJoin('person as approver', 'approver.id', 'localAct.approvedBy')
    .leftJoin('actSignature', 'actSignature.actId', 'localAct.id')
    .select(['localAct.id', 'localAct.heading', 'localAct.state', 'localAct.number', 'localAct.registeredOn'])
    .select(['localAct.document', 'localAct.documentHash', 'localAct.values', 'localAct.returnReason'])
    .select(['localAct.regionId', 'localAct.checkCode'])
    .select(signatureColumns)
    .select(['localAct.version', 'localAct.authorId', 'localAct.approvedAt', 'localAct.createdAt'])
    .select(['localAct.unitId', 'localAct.kind', 'localAct.origin', 'localAct.reviewDueOn', 'localAct.supersedesId'])
    .select(['localAct.inForceOn', 'localAct.endedOn', 'localAct.endGround', 'localAct.endReason'])
    .select('localAct.signatureKind')
    .select(within(ctx, 'act.publish').as('canPublish'))
    .select(['approver.lastName', 'approver.firstName', 'approver.middleName'])
    .select([within(ctx, 'act.edit').as('canEdit'), within(ctx, 'act.approve').as('canApprove')])
    .where('localAct.id', '=', id)
    .where(within(ctx, 'act.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('act');
  const { lastName, firstName, middleName, document, values, ...act } = row;
  return {
    ...act,
    state: actState(act.state),
    // Both columns are written only by this feature's operations, from these types.
    document: document as Document,
    values: values as ActValues,
    approver: lastName && firstName ? shortName({ lastName, firstName, middleName }) : null,
  };
}

/** Why the actor could not approve this act now, or null. */
export async function refusalToApprove(ctx: Context, act: Awaited<ReturnType<typeof findAct>>) {
  const facts = { ...act, ...(await findReviewFacts(ctx, act)), signerId: act.values.signerId };
  const days = { registeredOn: ctx.today, inForceOn: ctx.today, today: ctx.today };
  const signatureKind = actTypeOf(act.kind).signatureKinds[0] ?? 'paper';
  return ruleAgainstApproving(facts, {
    approverId: personOf(ctx),
    shownHash: act.documentHash,
    signatureKind,
    ...days,
  });
}

/** Mentorships with both consents that stand in no living order, by organisation where the actor draws up acts. */
export async function listReadyMentorships(ctx: Context) {
  return ctx.db
    .selectFrom('mentorship')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .select(['mentorship.id', 'mentorship.unitId', 'orgUnit.shortName as unitName'])
    .select(['mentorship.startedOn', 'mentorship.endedOn'])
    .select([membersOn(ctx, 'mentor').as('mentors'), membersOn(ctx, 'mentee').as('mentees')])
    .where(within(ctx, 'mentorship.propose'))
    .where('mentorship.state', '=', 'consented')
    .where(sql<boolean>`not exists (select 1 from local_act_mentorship named join local_act act on act.id = named.act_id
      where named.mentorship_id = mentorship.id and act.state <> 'cancelled')`)
    .orderBy('orgUnit.name')
    .orderBy(menteeKey)
    .orderBy('mentorship.id')
    .limit(200)
    .execute();
}
