import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { membersAndInvited } from '../mentorships/invited.server.ts';
import { PAY_KINDS, PAY_PERIODS, VOLUME_PERIODS, WORK_FORMS } from '../mentorships/mentor-work.ts';
import { legalBasis, mentorshipState } from '../mentorships/mentorship.ts';
import { fullName } from '../people/person-name.ts';
import { ruleAgainstChangingTerms } from './terms.ts';

function mentorsWithTerms(ctx: Context) {
  return ctx.db
    .selectFrom('mentorship')
    .innerJoin(membersAndInvited.as('mentorSide'), (join) =>
      join.onRef('mentorSide.mentorshipId', '=', 'mentorship.id').on('mentorSide.side', '=', 'mentor'),
    )
    .innerJoin('person', 'person.id', 'mentorSide.personId')
    .leftJoin('mentorshipTerms', (join) =>
      join
        .onRef('mentorshipTerms.mentorshipId', '=', 'mentorship.id')
        .onRef('mentorshipTerms.personId', '=', 'mentorSide.personId'),
    )
    .select(['mentorship.state', 'mentorship.legalBasis', 'mentorship.focus', 'mentorSide.personId'])
    .select(['mentorship.startedOn as pairStartedOn', 'mentorship.endedOn as pairEndedOn'])
    .select([
      'person.lastName',
      'person.firstName',
      'person.middleName',
      menteesOf().as('mentees'),
      isSigned().as('isSigned'),
    ])
    .select([
      'mentorshipTerms.content',
      'mentorshipTerms.workForm',
      'mentorshipTerms.startedOn',
      'mentorshipTerms.endedOn',
    ])
    .select(['mentorshipTerms.volumeHours', 'mentorshipTerms.volumePer', 'mentorshipTerms.contractNumber'])
    .select(['mentorshipTerms.contractOn', 'mentorshipTerms.payKind', 'mentorshipTerms.payPercentHundredths'])
    .select(['mentorshipTerms.payKopecks', 'mentorshipTerms.payPeriod', 'mentorshipTerms.payGround'])
    .select(['mentorshipTerms.zeroPayGround', 'mentorshipTerms.jobDescription', 'mentorshipTerms.version']);
}

/** Full names of the mentees, parted by commas. */
function menteesOf(): RawBuilder<string> {
  return sql<string>`(select string_agg(concat_ws(' ', other.last_name, other.first_name, other.middle_name), ', '
      order by other.search_name, other.id)
    from mentorship_member side join person other on other.id = side.person_id
    where side.mentorship_id = mentorship.id and side.side = 'mentee')`;
}

function isSigned(): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from contract_supplement living where living.mentorship_id = mentorship.id
    and living.person_id = mentor_side.person_id and living.state = 'signed')`;
}

type Row = Awaited<ReturnType<ReturnType<typeof mentorsWithTerms>['execute']>>[number];

function termsOf(row: Row) {
  const workForm = WORK_FORMS.find((one) => one === row.workForm) ?? null;
  const volumePer = VOLUME_PERIODS.find((one) => one === row.volumePer) ?? null;
  const { startedOn, endedOn, volumeHours, contractNumber, contractOn } = row;
  const isWork = workForm && volumePer && startedOn && endedOn && volumeHours && contractNumber && contractOn;
  const payKind = PAY_KINDS.find((one) => one === row.payKind) ?? null;
  const { payPercentHundredths, payKopecks, zeroPayGround } = row;
  const payPeriod = PAY_PERIODS.find((one) => one === row.payPeriod) ?? null;
  return {
    content: row.content ?? '',
    jobDescription: row.jobDescription ?? '',
    work: isWork ? { workForm, volumePer, startedOn, endedOn, volumeHours, contractNumber, contractOn } : null,
    pay: payKind && {
      payKind,
      payPercentHundredths,
      payKopecks,
      payPeriod,
      payGround: row.payGround ?? '',
      zeroPayGround,
    },
    version: row.version ?? 0,
  };
}

function pairOf(row: Row) {
  const basis = legalBasis(row.legalBasis);
  return {
    personId: row.personId,
    mentor: fullName(row),
    mentees: row.mentees,
    legalBasis: basis,
    startedOn: row.pairStartedOn,
    endedOn: row.pairEndedOn,
    refusal: ruleAgainstChangingTerms({ state: mentorshipState(row.state), legalBasis: basis }, row.isSigned),
  };
}

/**
 * Terms of each mentor of a mentorship as far as the viewer may know them: a mentor finds his own, a mentee none.
 * Throws NotFound when there is nothing to show.
 */
export async function findTerms(ctx: Context, mentorshipId: Id) {
  const rows = await mentorsWithTerms(ctx)
    .leftJoin('contractSupplement', (join) =>
      join
        .onRef('contractSupplement.termsId', '=', 'mentorshipTerms.id')
        .on('contractSupplement.state', '<>', 'annulled')
        .on(within(ctx, 'supplement.read')),
    )
    .select(['contractSupplement.id as supplementId', 'contractSupplement.termsVersion'])
    .select([within(ctx, 'mentorship.setTerms').as('canSet'), within(ctx, 'mentorship.groundZeroPay').as('canGround')])
    .select(within(ctx, 'mentorship.papers').as('canReadPair'))
    .where('mentorship.id', '=', mentorshipId)
    .where((eb) => eb.or([within(ctx, 'mentorship.papers'), within(ctx, 'terms.read')]))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(20)
    .execute();
  if (rows.length === 0) throw new NotFound('terms');
  return rows.map((row) => ({
    ...pairOf(row),
    ...termsOf(row),
    supplementId: row.supplementId,
    isSupplementCurrent: row.termsVersion === row.version,
    canSet: Boolean(row.canSet),
    canGround: Boolean(row.canGround),
    canReadPair: Boolean(row.canReadPair),
  }));
}

/** The terms of one mentor for whoever writes them, with what is known already. Throws NotFound. */
export async function findTermsToSet(ctx: Context, mentorshipId: Id, personId: Id) {
  const row = await mentorsWithTerms(ctx)
    .where('mentorship.id', '=', mentorshipId)
    .where('mentorSide.personId', '=', personId)
    .where(within(ctx, 'mentorship.setTerms'))
    .executeTakeFirst();
  if (!row) throw new NotFound('terms');
  return { mentorshipId, ...pairOf(row), ...termsOf(row), focus: row.focus, known: await knownContract(ctx, row) };
}

/** The labour contract as it was typed for another mentorship of the same mentor: nothing is asked for twice (BR-60). */
async function knownContract(ctx: Context, { personId, contractNumber, contractOn }: Row) {
  if (contractNumber) return { contractNumber, contractOn };
  const row = await ctx.db
    .selectFrom('mentorshipTerms')
    .select(['contractNumber', 'contractOn'])
    .where('personId', '=', personId)
    .where('contractNumber', 'is not', null)
    .where(within(ctx, 'terms.read'))
    .orderBy('changedAt', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return row ?? { contractNumber: null, contractOn: null };
}

/** Unpaid work that waits for the head's written ground. Throws NotFound. */
export async function findZeroPay(ctx: Context, mentorshipId: Id, personId: Id) {
  const row = await mentorsWithTerms(ctx)
    .where('mentorship.id', '=', mentorshipId)
    .where('mentorSide.personId', '=', personId)
    .where(within(ctx, 'mentorship.groundZeroPay'))
    .executeTakeFirst();
  if (!row) throw new NotFound('terms');
  const pair = pairOf(row);
  const terms = termsOf(row);
  return {
    mentorshipId,
    ...pair,
    ...terms,
    refusal: pair.refusal ?? (terms.pay?.payKind === 'none' ? null : ('zero-pay-not-set' as const)),
  };
}
