import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import { contentOf } from '../mentoring-requests/mentoring-request.queries.server.ts';
import { FORMATS, OCCASIONS, oneOf, REQUEST_STATES } from '../mentoring-requests/mentoring-request.ts';
import { fullName } from '../people/person-name.ts';
import { normalSubject } from '../people/subject.ts';
import { OFFER_STATES, type OfferState } from './mentor-choice.ts';

/** A request to choose a mentor for, of the author or the curator. Throws NotFound. */
export async function findRequestToChoose(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentoringRequest')
    .innerJoin('person', 'person.id', 'mentoringRequest.personId')
    .select(['mentoringRequest.id', 'mentoringRequest.personId', 'mentoringRequest.unitId', 'mentoringRequest.state'])
    .select(['mentoringRequest.openedOn', 'mentoringRequest.outwardOn', within(ctx, 'request.wish').as('isOwn')])
    .select([within(ctx, 'matching.run').as('canPropose')])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentoringRequest.id', '=', id)
    .where(within(ctx, 'request.edit'))
    .executeTakeFirst();
  if (!row) throw new NotFound('request');
  const { lastName, firstName, middleName, ...request } = row;
  return {
    ...request,
    name: fullName({ lastName, firstName, middleName }),
    state: oneOf(REQUEST_STATES, row.state),
    isOwn: Boolean(row.isOwn),
    canPropose: Boolean(row.canPropose),
  };
}

/** Who is asked now or has agreed, and who offered themselves; who declined or kept silent is told to nobody. */
export async function listLiveOffers(ctx: Context, requestId: Id) {
  const rows = await ctx.db
    .selectFrom('requestOffer')
    .innerJoin('mentoringRequest', 'mentoringRequest.id', 'requestOffer.requestId')
    .innerJoin('person', 'person.id', 'requestOffer.mentorId')
    .leftJoin('mentorProfile', (join) =>
      join.onRef('mentorProfile.personId', '=', 'person.id').onRef('mentorProfile.unitId', '=', 'person.unitId'),
    )
    .select(['requestOffer.id', 'requestOffer.mentorId', 'requestOffer.state', 'requestOffer.expiresOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'mentorProfile.strengths'])
    .where('requestOffer.requestId', '=', requestId)
    .where('requestOffer.state', 'in', ['asked', 'accepted', 'volunteered'])
    .where(within(ctx, 'request.edit'))
    .orderBy('requestOffer.position')
    .orderBy('requestOffer.id')
    .limit(50)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...row }) => ({
    ...row,
    strengths: row.strengths ?? '',
    state: oneOf(OFFER_STATES, row.state),
    name: fullName({ lastName, firstName, middleName }),
  }));
}

/** An ask as its colleague sees it. */
export interface AskView {
  id: Id;
  state: OfferState;
  expiresOn: Day | null;
  /** Whether the request still waits for an answer. */
  isOpen: boolean;
  unitName: string;
  content: ReturnType<typeof contentOf>;
  areas: string[];
  /** Null where the author has not asked this colleague by name. */
  name: string | null;
  /** Own words, only as far as the author shows them. */
  words: { difficulties: string; expectation: string } | null;
}

/**
 * An ask to the actor: everything the author wrote while it waits or is accepted, only the outline of what he offered
 * himself for, nothing personal once it is over. Throws NotFound for everybody else.
 */
export async function findAsk(ctx: Context, id: Id): Promise<AskView> {
  const row = await ctx.db
    .selectFrom('requestOffer')
    .innerJoin('mentoringRequest', 'mentoringRequest.id', 'requestOffer.requestId')
    .innerJoin('person', 'person.id', 'mentoringRequest.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentoringRequest.unitId')
    .selectAll('mentoringRequest')
    .select(['requestOffer.state as askState', 'requestOffer.expiresOn', 'orgUnit.shortName as unitName'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('requestOffer.id', '=', id)
    .where(within(ctx, 'ask.answer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('ask');
  const state = oneOf(OFFER_STATES, row.askState);
  const content = contentOf(row);
  const isTold = state === 'asked' || state === 'accepted';
  const isOutlined = state === 'volunteered' && content.isShared;
  const { difficulties, expectation } = content;
  return {
    id,
    state,
    expiresOn: row.expiresOn,
    isOpen: row.state === 'open',
    unitName: row.unitName,
    content,
    areas: await areasOf(ctx, row.id),
    name: isTold ? fullName(row) : null,
    words: isTold || isOutlined ? { difficulties, expectation } : null,
  };
}

/** Names of the areas of a request, in order. */
export async function areasOf(ctx: Context, requestId: Id): Promise<string[]> {
  const rows = await ctx.db
    .selectFrom('requestArea')
    .innerJoin('competenceArea', 'competenceArea.code', 'requestArea.areaCode')
    .select('competenceArea.name')
    .where('requestArea.requestId', '=', requestId)
    .orderBy('competenceArea.position')
    .execute();
  return rows.map(({ name }) => name);
}

function openToMe(ctx: Context, subject: string) {
  return ctx.db
    .selectFrom('mentoringRequest')
    .where(within(ctx, 'openRequest.read'))
    .where(sql<boolean>`not exists (select 1 from request_offer mine where mine.request_id = mentoring_request.id
      and mine.mentor_id = ${personOf(ctx)} and mine.state <> 'closed')`)
    .$if(subject !== '', (query) => query.where('mentoringRequest.subject', '=', normalSubject(subject)));
}

/** Open requests of the actor's organisation that he could answer: without names; words only where the author shows them. */
export async function listOpenRequests(ctx: Context, filter: { page: number; subject: string }) {
  const rows = await openToMe(ctx, filter.subject)
    .select([
      'mentoringRequest.id',
      'mentoringRequest.subject',
      'mentoringRequest.occasion',
      'mentoringRequest.formats',
    ])
    .select(['mentoringRequest.openedOn', 'mentoringRequest.isShared', 'mentoringRequest.difficulties'])
    .orderBy('mentoringRequest.openedOn')
    .orderBy('mentoringRequest.id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ isShared, difficulties, ...row }) => ({
    ...row,
    occasion: oneOf(OCCASIONS, row.occasion),
    formats: row.formats.map((format) => oneOf(FORMATS, format)),
    words: isShared ? difficulties : null,
  }));
}

/** How many of them there are. */
export async function countOpenRequests(ctx: Context, filter: { subject: string }): Promise<number> {
  const row = await openToMe(ctx, filter.subject)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One of them, with its areas. Throws NotFound. */
export async function findOpenRequest(ctx: Context, id: Id) {
  const row = await openToMe(ctx, '')
    .selectAll('mentoringRequest')
    .where('mentoringRequest.id', '=', id)
    .executeTakeFirst();
  if (!row) throw new NotFound('request');
  const { difficulties, expectation, isShared, ...content } = contentOf(row);
  return {
    id,
    ...content,
    openedOn: row.openedOn,
    words: isShared ? { difficulties, expectation } : null,
    areas: await areasOf(ctx, id),
  };
}
