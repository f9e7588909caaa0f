import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { areasOf } from '../mentor-choice/mentor-choice.queries.server.ts';
import { contentOf } from '../mentoring-requests/mentoring-request.queries.server.ts';
import { FORMATS, oneOf, REMOTE_REASONS, REQUEST_STATES } from '../mentoring-requests/mentoring-request.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { OUTWARD_STATES } from './outward-offer.ts';

const personName = ['person.lastName', 'person.firstName', 'person.middleName'] as const;

/** The author's own request on its way outward. Throws NotFound for everybody else. */
export async function findOwnRequest(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentoringRequest')
    .select(['id', 'personId', 'unitId', 'state', 'openedOn', 'outwardOn', 'version'])
    .where('id', '=', id)
    .where(within(ctx, 'request.outward'))
    .executeTakeFirst();
  if (!row) throw new NotFound('request');
  return { ...row, state: oneOf(REQUEST_STATES, row.state) };
}

/** A request that went outside, as the coordinator works on it. Throws NotFound. */
export async function findOutwardRequest(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentoringRequest')
    .innerJoin('person', 'person.id', 'mentoringRequest.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentoringRequest.unitId')
    .select(['mentoringRequest.id', 'mentoringRequest.personId', 'mentoringRequest.unitId'])
    .select(['mentoringRequest.subject', 'mentoringRequest.remoteReason', 'orgUnit.shortName as unitName'])
    .select(personName)
    .where('mentoringRequest.id', '=', id)
    .where(within(ctx, 'request.offer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('request');
  const { lastName, firstName, middleName, ...request } = row;
  const remoteReason = row.remoteReason === null ? null : oneOf(REMOTE_REASONS, row.remoteReason);
  return { ...request, remoteReason, name: fullName({ lastName, firstName, middleName }) };
}

/** The most mentors opened outside that are weighed at once. */
const MOST_OPEN = 2000;

/** Mentors who opened themselves outside, within the coordinator's reach and of another organisation than the request's. */
export async function listOpenMentors(ctx: Context, requestUnitId: Id, search: string) {
  const rows = await ctx.db
    .selectFrom('person')
    .innerJoin('mentorProfile', (join) =>
      join.onRef('mentorProfile.personId', '=', 'person.id').onRef('mentorProfile.unitId', '=', 'person.unitId'),
    )
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['person.id', 'person.unitId', 'orgUnit.shortName as unitName', 'mentorProfile.strengths'])
    .where('mentorProfile.isOpenOutside', '=', true)
    .where('person.unitId', '<>', requestUnitId)
    .where(within(ctx, 'matching.run'))
    .where((eb) => eb.and(searchPatterns(search).map((pattern) => eb('person.searchName', 'like', pattern))))
    .orderBy('person.id')
    .limit(MOST_OPEN)
    .execute();
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}

/** Agreements in force today between two organisations, whichever of them keeps the record. */
export async function listAgreementsBetween(ctx: Context, one: Id, other: Id) {
  return ctx.db
    .selectFrom('cooperationAgreement')
    .select(['id', 'number', 'signedOn'])
    .where((eb) =>
      eb.or([
        eb.and([eb('unitId', '=', one), eb('partnerUnitId', '=', other)]),
        eb.and([eb('unitId', '=', other), eb('partnerUnitId', '=', one)]),
      ]),
    )
    .where('startedOn', '<=', ctx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', ctx.today)]))
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .limit(50)
    .execute();
}

/** With which of the organisations the one has an agreement in force today. */
export async function partnersInForce(ctx: Context, unitId: Id): Promise<Set<Id>> {
  const { rows } = await sql<{ id: Id }>`
    select case when unit_id = ${unitId} then partner_unit_id else unit_id end as id from cooperation_agreement
    where (unit_id = ${unitId} or partner_unit_id = ${unitId}) and partner_unit_id is not null
      and started_on <= ${ctx.today}::date and (ended_on is null or ended_on >= ${ctx.today}::date)`.execute(ctx.db);
  return new Set(rows.map(({ id }) => id));
}

/** Whether two organisations stand in different municipalities. */
export async function isFarFrom(ctx: Context, one: Id, other: Id): Promise<boolean> {
  const { rows } = await sql<{ isNear: boolean }>`
    select exists (select 1 from org_unit_ancestor mine
      join org_unit_ancestor his on his.ancestor_id = mine.ancestor_id
      join org_unit shared on shared.id = mine.ancestor_id and shared.kind = 'municipality'
      where mine.unit_id = ${one} and his.unit_id = ${other}) as "isNear"`.execute(ctx.db);
  return rows[0]?.isNear !== true;
}

/** What an outward offer is about, to one of the two sides that answer. */
function offers(ctx: Context) {
  return ctx.db
    .selectFrom('outwardOffer')
    .innerJoin('mentoringRequest', 'mentoringRequest.id', 'outwardOffer.requestId')
    .innerJoin('person', 'person.id', 'mentoringRequest.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'outwardOffer.unitId')
    .innerJoin('cooperationAgreement', 'cooperationAgreement.id', 'outwardOffer.agreementId')
    .innerJoin('person as mentor', 'mentor.id', 'outwardOffer.mentorId');
}

/** An offer as the mentor reads it; nothing personal once it is over. Throws NotFound for everybody else. */
export async function findOfferToMentor(ctx: Context, id: Id) {
  const row = await offers(ctx)
    .selectAll('mentoringRequest')
    .select(['outwardOffer.state as offerState', 'outwardOffer.mentorAgreedOn', 'outwardOffer.format'])
    .select(['outwardOffer.remoteReason as offerReason', 'orgUnit.shortName as unitName'])
    .select(['cooperationAgreement.number', 'cooperationAgreement.signedOn'])
    .select(personName)
    .where('outwardOffer.id', '=', id)
    .where(within(ctx, 'outwardOffer.answer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('outwardOffer');
  const state = oneOf(OUTWARD_STATES, row.offerState);
  const isTold = state === 'offered' || state === 'agreed';
  const { difficulties, expectation, isShared: _, ...content } = contentOf(row);
  return {
    state,
    agreedOn: row.mentorAgreedOn,
    terms: termsOf(row),
    unitName: row.unitName,
    outline: isTold
      ? { ...content, name: fullName(row), words: { difficulties, expectation }, areas: await areasOf(ctx, row.id) }
      : null,
  };
}

/** An offer as the curator of the mentor's home organisation reads it: whom they ask for, where to, how; no words of the mentee. Throws NotFound. */
export async function findOfferToHome(ctx: Context, id: Id) {
  const row = await offers(ctx)
    .select(['outwardOffer.state', 'outwardOffer.homeAgreedOn', 'outwardOffer.format'])
    .select(['outwardOffer.remoteReason as offerReason', 'orgUnit.shortName as unitName'])
    .select(['cooperationAgreement.number', 'cooperationAgreement.signedOn', 'mentoringRequest.subject'])
    .select(['mentor.lastName', 'mentor.firstName', 'mentor.middleName'])
    .where('outwardOffer.id', '=', id)
    .where(within(ctx, 'lentMentor.agree'))
    .executeTakeFirst();
  if (!row) throw new NotFound('outwardOffer');
  return {
    state: oneOf(OUTWARD_STATES, row.state),
    agreedOn: row.homeAgreedOn,
    terms: termsOf(row),
    unitName: row.unitName,
    subject: row.subject,
    mentor: fullName(row),
  };
}

function termsOf(row: { format: string; offerReason: string | null; number: string; signedOn: Day }) {
  return {
    format: oneOf(FORMATS, row.format),
    remoteReason: row.offerReason === null ? null : oneOf(REMOTE_REASONS, row.offerReason),
    agreement: { number: row.number, signedOn: row.signedOn },
  };
}

/** The live offer upon a request for whoever may see the request: the mentor is named once both have agreed. */
export async function findLiveOffer(ctx: Context, requestId: Id) {
  const row = await offers(ctx)
    .innerJoin('orgUnit as home', 'home.id', 'outwardOffer.mentorUnitId')
    .select(['outwardOffer.state', 'outwardOffer.mentorId', 'outwardOffer.offeredOn', 'home.shortName as homeName'])
    .select(['mentor.lastName', 'mentor.firstName', 'mentor.middleName', within(ctx, 'request.offer').as('isMine')])
    .where('outwardOffer.requestId', '=', requestId)
    .where('outwardOffer.state', 'in', ['offered', 'agreed'])
    .where(within(ctx, 'request.read'))
    .executeTakeFirst();
  if (!row) return null;
  const isNamed = row.state === 'agreed' || Boolean(row.isMine);
  return {
    state: oneOf(OUTWARD_STATES, row.state),
    offeredOn: row.offeredOn,
    mentorId: row.mentorId,
    mentor: isNamed ? fullName(row) : null,
    homeName: isNamed ? row.homeName : null,
  };
}
