import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { type ActForce, forceOn } from './act-force.ts';
import { type ActState, actState } from './local-act.ts';

/** Rows of one export at most. */
const MOST_EXPORTED = 5000;

/** Filter of the register; empty words and null mean all. */
export interface ActFilter {
  page: number;
  search: string;
  /** A state of drafting, or how an approved act stands on the day asked about. */
  state: Exclude<ActState, 'approved'> | ActForce | '';
  kind: string;
  /** Calendar year of the number. */
  year: number | null;
  /** Only acts in force on this day; today when another question needs a day. */
  asOf: Day | null;
}

function actsInReach(ctx: Context, filter: ActFilter) {
  const { search, state, kind, year, asOf } = filter;
  const day = asOf ?? ctx.today;
  const stands = state === '' ? (asOf === null ? sql<boolean>`true` : standing('inForce', day)) : standing(state, day);
  return ctx.db
    .selectFrom('localAct')
    .where(within(ctx, 'act.read'))
    .where(stands)
    .$if(kind !== '', (query) => query.where('localAct.kind', '=', kind))
    .$if(year !== null, (query) => query.where(sql<boolean>`extract(year from local_act.registered_on) = ${year}`))
    .$if(search !== '', (query) =>
      query.where(
        sql<boolean>`concat_ws(' ', local_act.heading, local_act.number) ilike ${`%${search.replace(/[\\%_]/g, (special) => `\\${special}`)}%`}`,
      ),
    );
}

function standing(state: Exclude<ActFilter['state'], ''>, day: Day) {
  const approved = sql<boolean>`local_act.state = 'approved'`;
  switch (state) {
    case 'upcoming':
      return sql<boolean>`(${approved} and local_act.in_force_on > ${day}::date and local_act.ended_on is null)`;
    case 'inForce':
      return sql<boolean>`(${approved} and local_act.in_force_on <= ${day}::date
        and (local_act.ended_on is null or local_act.ended_on >= ${day}::date))`;
    case 'superseded':
    case 'repealed':
      return sql<boolean>`(${approved} and local_act.ended_on < ${day}::date and local_act.end_ground = ${state})`;
    default:
      return sql<boolean>`local_act.state = ${state}`;
  }
}

function lines(ctx: Context, filter: ActFilter, limit: number, offset: number) {
  return actsInReach(ctx, filter)
    .innerJoin('person', 'person.id', 'localAct.authorId')
    .innerJoin('orgUnit', 'orgUnit.id', 'localAct.unitId')
    .select(['localAct.id', 'localAct.kind', 'localAct.heading', 'localAct.state', 'localAct.number'])
    .select(['localAct.registeredOn', 'localAct.inForceOn', 'localAct.endedOn', 'localAct.endGround'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'orgUnit.shortName as unitName'])
    .select(within(ctx, 'act.edit').as('isKept'))
    .orderBy(sql`coalesce(local_act.registered_on, local_act.created_at::date)`, 'desc')
    .orderBy('localAct.createdAt', 'desc')
    .orderBy('localAct.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
}

/** A page of the register, newest first, each with how it stands on the day asked about. */
export async function listActs(ctx: Context, filter: ActFilter) {
  return shown(ctx, filter, await lines(ctx, filter, PAGE_SIZE, (filter.page - 1) * PAGE_SIZE));
}

/** Everything the filter finds, for a file. */
export async function listActsToExport(ctx: Context, filter: ActFilter) {
  return shown(ctx, filter, await lines(ctx, filter, MOST_EXPORTED, 0));
}

/** How many acts the filter finds. */
export async function countActs(ctx: Context, filter: ActFilter): Promise<number> {
  const row = await actsInReach(ctx, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

function shown(ctx: Context, filter: ActFilter, rows: Awaited<ReturnType<typeof lines>>) {
  return rows.map(({ lastName, firstName, middleName, endGround, isKept, ...row }) => {
    const state = actState(row.state);
    return {
      ...row,
      state,
      force: forceOn({ ...row, state, endGround }, filter.asOf ?? ctx.today),
      // Who drew an act up is told only to those who keep the organisation's papers.
      author: isKept ? shortName({ lastName, firstName, middleName }) : null,
    };
  });
}

/** Years of numbers within reach, the newest first. */
export async function listActYears(ctx: Context): Promise<number[]> {
  const rows = await ctx.db
    .selectFrom('localAct')
    .select(sql<number>`extract(year from local_act.registered_on)::int`.as('year'))
    .distinct()
    .where(within(ctx, 'act.read'))
    .where('localAct.registeredOn', 'is not', null)
    .orderBy('year', 'desc')
    .limit(50)
    .execute();
  return rows.map(({ year }) => year);
}
