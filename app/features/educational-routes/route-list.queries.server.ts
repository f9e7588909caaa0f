import { type RawBuilder, sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { shortName } from '../people/person-name.ts';
import type { ROUTE_FILTERS } from './route.schema.ts';
import { routeState } from './route.ts';

/** Filter of the list of routes. */
export interface RouteFilter {
  search: string;
  show: (typeof ROUTE_FILTERS)[number];
  page: number;
}

/** Routes of which the actor may know at least the state: whole, shared or state only. */
export function anyReach(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`(${within(ctx, 'route.read')} or ${within(ctx, 'route.shared')} or ${within(ctx, 'route.state')})`;
}

function routesWithProgress(ctx: Context) {
  return ctx.db
    .selectFrom('educationalRoute')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'educationalRoute.unitId')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('routeStep')
          .select(({ fn }) => fn.countAll<number>().as('total'))
          .select(({ fn }) => fn.count<number>('routeStep.closedOn').as('closed'))
          .select(
            sql<number>`count(*) filter (where closed_on is null and due_on < ${ctx.today}::date
              and educational_route.state = 'active')`.as('overdue'),
          )
          .select(
            sql<string | null>`min(due_on) filter (where closed_on is null and educational_route.state = 'active')`.as(
              'nextDueOn',
            ),
          )
          .whereRef('routeStep.routeId', '=', 'educationalRoute.id')
          .as('progress'),
      (join) => join.onTrue(),
    )
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('routeTutor')
          .innerJoin('person as tutor', 'tutor.id', 'routeTutor.personId')
          .select(['tutor.lastName', 'tutor.firstName', 'tutor.middleName'])
          .whereRef('routeTutor.routeId', '=', 'educationalRoute.id')
          .where(sql<boolean>`route_tutor.started_on <= greatest(${ctx.today}::date, educational_route.started_on)
            and (route_tutor.ended_on is null or route_tutor.ended_on >= ${ctx.today}::date)`)
          .orderBy('routeTutor.startedOn', 'desc')
          .limit(1)
          .as('tutor'),
      (join) => join.onTrue(),
    )
    .where(anyReach(ctx));
}

/** Routes within reach, those with most overdue steps first, a page of 50, with how many the filter finds. */
export async function listRoutes(ctx: Context, filter: RouteFilter) {
  const seesTutor = within(ctx, 'route.read');
  const rows = await routesWithProgress(ctx)
    .select(['educationalRoute.id', 'educationalRoute.years', 'educationalRoute.startedOn', 'educationalRoute.state'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'orgUnit.shortName as unitName'])
    .select(['progress.total', 'progress.closed', 'progress.overdue', 'progress.nextDueOn'])
    .select(sql<string | null>`case when ${seesTutor} then tutor.last_name end`.as('tutorLast'))
    .select(['tutor.firstName as tutorFirst', 'tutor.middleName as tutorMiddle'])
    .select(seesTutor.as('seesTutor'))
    .select(
      sql<number | null>`(select min(at.position) from route_position at
        where at.route_id = educational_route.id and at.opened_on is not null and at.completed_on is null)`.as(
        'position',
      ),
    )
    .select(sql<number>`count(*) over ()`.as('found'))
    .where((eb) => eb.and(searchPatterns(filter.search).map((pattern) => eb('person.searchName', 'like', pattern))))
    .$if(filter.show === 'overdue', (query) => query.where('progress.overdue', '>', 0))
    .$if(filter.show === 'completed', (query) => query.where('educationalRoute.state', '=', 'completed'))
    .$if(filter.show === 'untutored', (query) =>
      query.where('tutor.lastName', 'is', null).where('educationalRoute.state', '=', 'active').where(seesTutor),
    )
    .orderBy('progress.overdue', 'desc')
    .orderBy(sql`progress.next_due_on asc nulls last`)
    .orderBy('person.searchName')
    .orderBy('educationalRoute.id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return { total: rows[0]?.found ?? 0, routes: rows.map(rowOf) };
}

/** Totals of everything within reach, whatever the filter. */
export async function countRoutes(ctx: Context) {
  return routesWithProgress(ctx)
    .select([
      sql<number>`count(*) filter (where educational_route.state = 'active')`.as('active'),
      sql<number>`count(*) filter (where progress.overdue > 0)`.as('overdueRoutes'),
      sql<number>`coalesce(sum(progress.overdue), 0)::integer`.as('overdueSteps'),
      sql<number>`coalesce(sum(progress.closed), 0)::integer`.as('closed'),
      sql<number>`coalesce(sum(progress.total), 0)::integer`.as('steps'),
      sql<number>`count(*) filter (where educational_route.state = 'active' and tutor.last_name is null
        and ${within(ctx, 'route.assignTutor')})`.as('untutored'),
    ])
    .executeTakeFirstOrThrow();
}

function rowOf(row: Row) {
  const { lastName, firstName, middleName, tutorLast, tutorFirst, tutorMiddle, seesTutor, found: _, ...route } = row;
  const isNamed = seesTutor && tutorLast && tutorFirst;
  const tutor = isNamed ? shortName({ lastName: tutorLast, firstName: tutorFirst, middleName: tutorMiddle }) : null;
  return { ...route, state: routeState(route.state), owner: shortName({ lastName, firstName, middleName }), tutor };
}

interface Row {
  id: string;
  years: number;
  startedOn: string;
  state: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
  unitName: string;
  total: number;
  closed: number;
  overdue: number;
  nextDueOn: string | null;
  tutorLast: string | null;
  tutorFirst: string | null;
  tutorMiddle: string | null;
  seesTutor: boolean;
  position: number | null;
  found: number;
}
