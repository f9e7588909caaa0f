import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { normalSubject } from '../people/subject.ts';
import {
  FORMATS,
  MENTEE_CATEGORIES,
  OCCASIONS,
  oneOf,
  REMOTE_REASONS,
  REQUEST_STATES,
  type RequestFilter,
} from './mentoring-request.ts';

const LIVE_OFFER = sql<boolean>`exists (select 1 from request_offer live
  where live.request_id = mentoring_request.id and live.state in ('asked', 'accepted'))`;

/** The conditions of a filter within reach. Names are joined as `person`. */
function found(ctx: Context, filter: RequestFilter): RawBuilder<boolean> {
  const conditions = [within(ctx, 'request.read')];
  if (filter.state === 'open') conditions.push(sql<boolean>`mentoring_request.state = 'open'`);
  for (const pattern of searchPatterns(filter.search)) {
    conditions.push(sql<boolean>`exists (select 1 from person named
      where named.id = mentoring_request.person_id and named.search_name like ${pattern})`);
  }
  if (filter.subject !== '')
    conditions.push(sql<boolean>`mentoring_request.subject = ${normalSubject(filter.subject)}`);
  if (filter.area !== '')
    conditions.push(sql<boolean>`exists (select 1 from request_area about
      where about.request_id = mentoring_request.id and about.area_code = ${filter.area})`);
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** Requests within reach, those that have waited longest first; a page of 50. Never what the author wrote in own words. */
export async function listRequests(ctx: Context, filter: RequestFilter) {
  const page = ctx.db
    .selectFrom('mentoringRequest')
    .selectAll()
    .where(found(ctx, filter))
    .orderBy('openedOn')
    .orderBy('id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE);
  const rows = await ctx.db
    .selectFrom(page.as('mentoring_request'))
    .innerJoin('person', 'person.id', 'mentoring_request.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentoring_request.unitId')
    .select(['mentoring_request.id', 'mentoring_request.occasion', 'mentoring_request.subject'])
    .select(['mentoring_request.state', 'mentoring_request.openedOn', 'mentoring_request.outwardOn'])
    .select(['mentoring_request.nobodySince', 'orgUnit.shortName as unitName', LIVE_OFFER.as('isAsking')])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .orderBy('mentoring_request.openedOn')
    .orderBy('mentoring_request.id')
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...row }) => ({
    ...row,
    name: fullName({ lastName, firstName, middleName }),
    occasion: oneOf(OCCASIONS, row.occasion),
    state: oneOf(REQUEST_STATES, row.state),
    isAsking: Boolean(row.isAsking),
  }));
}

/** How many the filter finds. */
export async function countRequests(ctx: Context, filter: RequestFilter): Promise<number> {
  const row = await ctx.db
    .selectFrom('mentoringRequest')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(found(ctx, filter))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One request with what the viewer may do to it. Throws NotFound. */
export async function findRequest(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentoringRequest')
    .innerJoin('person', 'person.id', 'mentoringRequest.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentoringRequest.unitId')
    .selectAll('mentoringRequest')
    .select(['orgUnit.shortName as unitName', LIVE_OFFER.as('isAsking')])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select([within(ctx, 'request.edit').as('canEdit'), within(ctx, 'request.wish').as('canWish')])
    .select(within(ctx, 'request.offer').as('canOffer'))
    .select(({ selectFrom }) =>
      selectFrom('outwardOffer')
        .select('outwardOffer.state')
        .whereRef('outwardOffer.requestId', '=', 'mentoringRequest.id')
        .where('outwardOffer.state', 'in', ['offered', 'agreed'])
        .as('outwardState'),
    )
    .where('mentoringRequest.id', '=', id)
    .where(within(ctx, 'request.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('request');
  const { lastName, firstName, middleName, ...request } = row;
  return {
    id,
    personId: request.personId,
    unitId: request.unitId,
    name: fullName({ lastName, firstName, middleName }),
    unitName: request.unitName,
    ...contentOf(request),
    state: oneOf(REQUEST_STATES, request.state),
    openedOn: request.openedOn,
    outwardOn: request.outwardOn,
    nobodySince: request.nobodySince,
    mentorshipId: request.mentorshipId,
    version: request.version,
    isAsking: Boolean(request.isAsking),
    isOnBehalf: request.enteredBy !== request.personId,
    canEdit: Boolean(request.canEdit),
    isOfferedOutside: request.outwardState === 'offered',
    isFoundOutside: request.outwardState === 'agreed',
    canOffer: Boolean(request.canOffer),
    isOwn: Boolean(request.canWish),
  };
}

interface StoredContent {
  occasion: string;
  menteeCategory: string;
  subject: string | null;
  difficulties: string;
  expectation: string;
  formats: string[];
  remoteReason: string | null;
  isShared: boolean;
}

/** The stored words of a request narrowed to what they may be. */
export function contentOf(row: StoredContent) {
  return {
    occasion: oneOf(OCCASIONS, row.occasion),
    menteeCategory: oneOf(MENTEE_CATEGORIES, row.menteeCategory),
    subject: row.subject,
    difficulties: row.difficulties,
    expectation: row.expectation,
    formats: row.formats.map((format) => oneOf(FORMATS, format)),
    remoteReason: row.remoteReason === null ? null : oneOf(REMOTE_REASONS, row.remoteReason),
    isShared: row.isShared,
  };
}

/** A request to change. Throws NotFound for who may not. */
export async function findRequestToEdit(ctx: Context, id: Id) {
  const request = await findRequest(ctx, id);
  if (!request.canEdit) throw new NotFound('request');
  return request;
}

/** The nine areas in their order, and whether the request names each. */
export async function listAreas(ctx: Context, requestId: Id | null) {
  const rows = await ctx.db
    .selectFrom('competenceArea')
    .leftJoin('requestArea', (join) =>
      join.onRef('requestArea.areaCode', '=', 'competenceArea.code').on('requestArea.requestId', '=', requestId),
    )
    .select(['competenceArea.code', 'competenceArea.name', 'requestArea.areaCode as chosen'])
    .orderBy('competenceArea.position')
    .orderBy('competenceArea.code')
    .execute();
  return rows.map(({ code, name, chosen }) => ({ code, name, isChosen: chosen !== null }));
}

/** Whom a new request would be for: oneself, or a person of the curator's organisation; with the post's subject. Throws NotFound. */
export async function findRequester(ctx: Context, personId: Id | undefined) {
  const id = personId ?? personOf(ctx);
  const row = await ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select(({ selectFrom }) =>
      selectFrom('employment')
        .select('employment.subject')
        .whereRef('employment.personId', '=', 'person.id')
        .whereRef('employment.unitId', '=', 'person.unitId')
        .where('employment.subject', 'is not', null)
        .orderBy('employment.startedOn', 'desc')
        .orderBy('employment.id')
        .limit(1)
        .as('subject'),
    )
    .select(({ selectFrom }) =>
      selectFrom('mentoringRequest')
        .select('mentoringRequest.id')
        .whereRef('mentoringRequest.personId', '=', 'person.id')
        .where('mentoringRequest.state', '=', 'open')
        .as('openId'),
    )
    .where('person.id', '=', id)
    .where(id === personOf(ctx) ? sql<boolean>`true` : within(ctx, 'matching.run'))
    .executeTakeFirst();
  if (!row) throw new NotFound('person');
  return { id, name: fullName(row), subject: row.subject, openId: row.openId, isOwn: id === personOf(ctx) };
}

/** The author's own wishes, by name. Throws NotFound for everybody else. */
export async function listWishes(ctx: Context, requestId: Id) {
  const rows = await ctx.db
    .selectFrom('mentoringRequest')
    .leftJoin('requestWish', 'requestWish.requestId', 'mentoringRequest.id')
    .leftJoin('person', 'person.id', 'requestWish.mentorId')
    .select(['mentoringRequest.unitId', 'mentoringRequest.personId', 'mentoringRequest.state'])
    .select(['requestWish.wish', 'person.id as mentorId', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentoringRequest.id', '=', requestId)
    .where(within(ctx, 'request.wish'))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .execute();
  const [first] = rows;
  if (!first) throw new NotFound('request');
  return {
    unitId: first.unitId,
    personId: first.personId,
    state: oneOf(REQUEST_STATES, first.state),
    wishes: rows.flatMap(({ wish, mentorId, lastName, firstName, middleName }) =>
      wish && mentorId && lastName && firstName
        ? [
            {
              mentorId,
              wish: oneOf(['prefer', 'avoid'] as const, wish),
              name: fullName({ lastName, firstName, middleName }),
            },
          ]
        : [],
    ),
  };
}

/** Colleagues of the author who hold a teaching or a leading post today, by name, at most 500. */
export async function listColleagues(ctx: Context, { unitId, personId }: { unitId: Id; personId: Id }) {
  const rows = await ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('person.id', '<>', personId)
    .where(sql<boolean>`exists (select 1 from employment join post on post.code = employment.post_code
      where employment.person_id = person.id and employment.unit_id = ${unitId} and post.is_teaching
        and employment.started_on <= ${ctx.today}::date
        and (employment.ended_on is null or employment.ended_on >= ${ctx.today}::date))`)
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(500)
    .execute();
  return rows.map((row) => ({ id: row.id, name: fullName(row) }));
}

/** Whom each of these people would rather not have, by the open request: for the rule of matching alone, never for a page. */
export async function avoidedBy(ctx: Context, personIds: readonly Id[]): Promise<Map<Id, Set<Id>>> {
  if (personIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('requestWish')
    .innerJoin('mentoringRequest', 'mentoringRequest.id', 'requestWish.requestId')
    .select(['mentoringRequest.personId', 'requestWish.mentorId'])
    .where('mentoringRequest.personId', 'in', [...personIds])
    .where('mentoringRequest.state', '=', 'open')
    .where('requestWish.wish', '=', 'avoid')
    .execute();
  const avoided = new Map<Id, Set<Id>>();
  for (const { personId, mentorId } of rows) avoided.set(personId, (avoided.get(personId) ?? new Set()).add(mentorId));
  return avoided;
}
