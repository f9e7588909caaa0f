import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import type { Document } from '#reports/document.ts';
import { registeredDocument } from '../local-acts/assignment-order.ts';
import { shortName } from '../people/person-name.ts';

const MOST_PEOPLE = 500;

/** The act the actor is named to read. Throws NotFound to everybody else. */
export async function findToRead(ctx: Context, actId: Id) {
  const row = await ctx.db
    .selectFrom('localAct')
    .innerJoin('actAcquaintance', 'actAcquaintance.actId', 'localAct.id')
    .select([
      'localAct.heading',
      'localAct.document',
      'localAct.documentHash',
      'localAct.number',
      'localAct.registeredOn',
    ])
    .select('actAcquaintance.acquaintedOn')
    .where('localAct.id', '=', actId)
    .where('localAct.state', '=', 'approved')
    .where('actAcquaintance.personId', '=', personOf(ctx))
    .where(within(ctx, 'acquaintance.confirm'))
    .executeTakeFirst();
  if (!row?.number || !row.registeredOn) throw new NotFound('acquaintance');
  const { document, number, registeredOn, ...act } = row;
  // Written only by the operations of local acts, from this type.
  return { ...act, document: registeredDocument(document as Document, number, registeredOn) };
}

/** An approved act whose list the actor keeps. Throws NotFound. */
export async function findKeptAct(ctx: Context, actId: Id) {
  const row = await ctx.db
    .selectFrom('localAct')
    .select(['localAct.id', 'localAct.unitId', 'localAct.heading'])
    .where('localAct.id', '=', actId)
    .where('localAct.state', '=', 'approved')
    .where(within(ctx, 'act.edit'))
    .executeTakeFirst();
  if (!row) throw new NotFound('act');
  return row;
}

function lines(ctx: Context, actId: Id, show: 'all' | 'waiting') {
  return ctx.db
    .selectFrom('actAcquaintance')
    .innerJoin('person', 'person.id', 'actAcquaintance.personId')
    .where('actAcquaintance.actId', '=', actId)
    .where(within(ctx, 'acquaintance.record'))
    .$if(show === 'waiting', (query) => query.where('actAcquaintance.acquaintedOn', 'is', null));
}

/** A page of the list, those who have not read it first. */
export async function listReaders(ctx: Context, actId: Id, { show, page }: { show: 'all' | 'waiting'; page: number }) {
  const rows = await lines(ctx, actId, show)
    .select(['actAcquaintance.personId', 'actAcquaintance.acquaintedOn', 'actAcquaintance.way'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .orderBy(sql`act_acquaintance.acquainted_on is not null`)
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...row }) => ({
    ...row,
    name: shortName({ lastName, firstName, middleName }),
  }));
}

/** How many lines the list has, of all or only of those waiting. */
export async function countReaders(ctx: Context, actId: Id, show: 'all' | 'waiting'): Promise<number> {
  const row = await lines(ctx, actId, show)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Everybody of the list who has not read the act, as choices of a form. */
export async function listWaiting(ctx: Context, actId: Id) {
  const rows = await lines(ctx, actId, 'waiting')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(MOST_PEOPLE)
    .execute();
  return rows.map(({ id, ...name }) => ({ value: id, text: shortName(name) }));
}

const worksIn = (ctx: Context, unitId: Id) =>
  sql<boolean>`exists (select 1 from employment work where work.person_id = person.id and work.unit_id = ${unitId}
    and work.started_on <= ${ctx.today}::date and (work.ended_on is null or work.ended_on >= ${ctx.today}::date))`;

/** People of the organisation who are not on the list yet, as choices of a form. */
export async function listNameable(ctx: Context, act: { id: Id; unitId: Id }) {
  const rows = await ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where(worksIn(ctx, act.unitId))
    .where(
      sql<boolean>`not exists (select 1 from act_acquaintance reader
        where reader.act_id = ${act.id} and reader.person_id = person.id)`,
    )
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(MOST_PEOPLE)
    .execute();
  return rows.map(({ id, ...name }) => ({ value: id, text: shortName(name) }));
}

/** How many of these people work in the organisation today. */
export async function countWorking(ctx: Context, unitId: Id, personIds: readonly Id[]): Promise<number> {
  const row = await ctx.db
    .selectFrom('person')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('person.id', 'in', [...personIds])
    .where(worksIn(ctx, unitId))
    .executeTakeFirstOrThrow();
  return row.count;
}
