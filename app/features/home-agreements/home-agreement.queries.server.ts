import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { findAgreementInForce } from '../agreements/agreement.queries.server.ts';
import { legalBasis, mentorshipState } from '../mentorships/mentorship.ts';
import { fullName, shortName } from '../people/person-name.ts';
import { homeState } from './home-agreement.ts';

/** What the home organisation is asked about: the terms, and of the other side nothing but the organisation. Throws NotFound. */
export async function findHomeAgreement(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('homeAgreement')
    .innerJoin('mentorship', 'mentorship.id', 'homeAgreement.mentorshipId')
    .innerJoin('person', 'person.id', 'homeAgreement.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorship.unitId')
    .innerJoin('mentoringForm', 'mentoringForm.code', 'mentorship.formCode')
    .innerJoin('mentoringKind', 'mentoringKind.code', 'mentorship.kindCode')
    .leftJoin('person as decider', 'decider.id', 'homeAgreement.decidedBy')
    .select(['homeAgreement.id', 'homeAgreement.unitId as homeUnitId', 'homeAgreement.agreement'])
    .select(['homeAgreement.state', 'homeAgreement.decidedOn', 'homeAgreement.version'])
    .select(['mentorship.unitId', 'mentorship.state as mentorshipState', 'mentorship.legalBasis'])
    .select(['mentorship.startedOn', 'mentorship.endedOn', 'mentorship.hoursPerWeek', 'orgUnit.name as unitName'])
    .select(['mentoringForm.name as form', 'mentoringKind.name as kind'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select(['decider.lastName as byLast', 'decider.firstName as byFirst', 'decider.middleName as byMiddle'])
    .where('homeAgreement.id', '=', id)
    .where(within(ctx, 'homeAgreement.answer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('homeAgreement');
  const { homeUnitId, unitId, byLast, byFirst, byMiddle, agreement, ...home } = row;
  const between = agreement === '' ? await findAgreementInForce(ctx, unitId, homeUnitId, row.startedOn) : null;
  return {
    ...home,
    mentor: fullName(row),
    state: homeState(row.state),
    mentorshipState: mentorshipState(row.mentorshipState),
    legalBasis: legalBasis(row.legalBasis),
    decidedBy:
      byLast === null || byFirst === null
        ? null
        : shortName({ lastName: byLast, firstName: byFirst, middleName: byMiddle }),
    agreement,
    found: between && { number: between.number, signedOn: between.signedOn },
  };
}

/** Agreements the actor's organisation has not answered yet, the earliest start first. */
export async function listAskedHomes(
  ctx: Context,
  most: number,
): Promise<{ id: Id; mentor: string; since: Day; startedOn: Day }[]> {
  const rows = await ctx.db
    .selectFrom('homeAgreement')
    .innerJoin('mentorship', 'mentorship.id', 'homeAgreement.mentorshipId')
    .innerJoin('person', 'person.id', 'homeAgreement.personId')
    .select(['homeAgreement.id', 'homeAgreement.createdAt', 'mentorship.startedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('homeAgreement.state', '=', 'asked')
    .where('mentorship.state', 'in', ['proposed', 'consented'])
    .where(within(ctx, 'homeAgreement.answer'))
    .orderBy('mentorship.startedOn')
    .orderBy('homeAgreement.id')
    .limit(most)
    .execute();
  return rows.map(({ id, createdAt, startedOn, ...name }) => ({
    ...{ id, startedOn, mentor: shortName(name), since: dayOf(createdAt, ctx.timeZone) },
  }));
}
