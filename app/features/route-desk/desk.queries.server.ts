import { type RawBuilder, sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { shortName } from '../people/person-name.ts';
import type { DeskQuery } from './desk.schema.ts';
import { CYCLE_SOON_DAYS, DESK_FILTERS, type DeskFilter, SILENT_DAYS } from './desk.ts';

/** Routes one tutor accompanies today, within the actor's reach, each with what waits in it. */
function caseLoad(ctx: Context, tutorId: Id) {
  return ctx.db
    .selectFrom('routeTutor as mine')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'mine.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'educationalRoute.unitId')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('routeStep')
          .select([
            sql<number>`count(*)`.as('total'),
            sql<number>`count(closed_on)`.as('closed'),
            sql<number>`count(*) filter (where closed_on is null and due_on < ${ctx.today}::date)`.as('overdue'),
            sql<Day | null>`min(due_on) filter (where closed_on is null)`.as('nextDueOn'),
            sql<number>`count(*) filter (where review_state = 'waits')`.as('waits'),
            sql<Id | null>`(array_agg(id order by closed_on, id) filter (where review_state = 'waits'))[1]`.as(
              'firstWaiting',
            ),
          ])
          .whereRef('routeStep.routeId', '=', 'educationalRoute.id')
          .as('steps'),
      (join) => join.onTrue(),
    )
    .select([
      'educationalRoute.id',
      'educationalRoute.years',
      'educationalRoute.startedOn',
      'orgUnit.shortName as unitName',
    ])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'person.searchName'])
    .select(['steps.waits', 'steps.firstWaiting', 'steps.total', 'steps.closed', 'steps.nextDueOn'])
    .select([isPaused(ctx).as('isPaused'), isUnmeasured.as('isUnmeasured')])
    .select(sql<number>`case when ${isPaused(ctx)} then 0 else steps.overdue end`.as('overdue'))
    .select([correctedOn.as('correctedOn'), cycleEndsOn(ctx).as('cycleEndsOn'), heardOn.as('heardOn')])
    .where('mine.personId', '=', tutorId)
    .where(
      sql<boolean>`mine.started_on <= ${ctx.today}::date and (mine.ended_on is null or mine.ended_on >= ${ctx.today}::date)`,
    )
    .where('educationalRoute.state', '=', 'active')
    .where(sql<boolean>`(${within(ctx, 'route.accompany')} or ${within(ctx, 'route.assignTutor')})`);
}

/** Whether the route rests today. */
export function isPaused(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from route_pause rest where rest.route_id = educational_route.id
    and rest.started_on <= ${ctx.today}::date and (rest.ended_on is null or rest.ended_on >= ${ctx.today}::date))`;
}

/** The owner has marked himself in all areas and nobody has measured: the diagnosis waits for the centre (002-37). */
const isUnmeasured = sql<boolean>`(not exists (select 1 from route_diagnosis measured
    where measured.route_id = educational_route.id and measured.instrument_id is not null)
  and exists (select 1 from route_diagnosis marked
    where marked.route_id = educational_route.id and marked.side = 'difficulties'))`;

/** The day of the last correction; of the start until there is one. */
const correctedOn = sql<Day>`coalesce((select max(revised.made_on) from route_revision revised
  where revised.route_id = educational_route.id), educational_route.started_on)`;

/** When the owner was last heard of in the route: a step written or closed, a position passed, a remark. */
const heardOn = sql<Day>`greatest(educational_route.started_on,
  (select max(greatest(lived.created_at::date, lived.closed_on)) from route_step lived where lived.route_id = educational_route.id),
  (select max(passed.completed_on) from route_position passed where passed.route_id = educational_route.id),
  (select max(rest.ended_on) from route_pause rest where rest.route_id = educational_route.id),
  (select max(said.created_at)::date from step_remark said join route_step about on about.id = said.step_id
    where about.route_id = educational_route.id and said.author_id = educational_route.person_id))`;

/** The last day of the yearly cycle under way. */
function cycleEndsOn(ctx: Context): RawBuilder<Day> {
  return sql<Day>`((educational_route.started_on + make_interval(years => 1 + greatest(0,
    extract(year from age(${ctx.today}::date, educational_route.started_on))::integer)))::date - 1)`;
}

function conditionOf(ctx: Context, show: DeskFilter): RawBuilder<boolean> {
  const { today } = ctx;
  switch (show) {
    case 'overdue':
      return sql<boolean>`desk.overdue > 0`;
    case 'waits':
      return sql<boolean>`desk.waits > 0`;
    case 'unmeasured':
      return sql<boolean>`desk.is_unmeasured`;
    case 'uncorrected':
      return sql<boolean>`(not desk.is_paused and desk.corrected_on < (${today}::date - interval '1 year')::date)`;
    case 'cycle':
      return sql<boolean>`(desk.cycle_ends_on between ${today}::date and ${addDays(today, CYCLE_SOON_DAYS)}::date)`;
    case 'silent':
      return sql<boolean>`(not desk.is_paused and desk.heard_on < ${addDays(today, -SILENT_DAYS)}::date)`;
    case 'paused':
      return sql<boolean>`desk.is_paused`;
    case 'all':
      return sql<boolean>`true`;
  }
}

/** One page of the case load of a tutor, what is most urgent first. */
export async function listCaseLoad(ctx: Context, tutorId: Id, query: DeskQuery) {
  const rows = await ctx.db
    .selectFrom(caseLoad(ctx, tutorId).as('desk'))
    .selectAll()
    .where(conditionOf(ctx, query.show))
    .where((eb) => eb.and(searchPatterns(query.search).map((pattern) => eb('desk.searchName', 'like', pattern))))
    .orderBy('desk.waits', 'desc')
    .orderBy('desk.overdue', 'desc')
    .orderBy(sql`desk.next_due_on asc nulls last`)
    .orderBy('desk.searchName')
    .orderBy('desk.id')
    .limit(PAGE_SIZE)
    .offset((query.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ lastName, firstName, middleName, searchName: _, nextDueOn: __, ...row }) => ({
    ...row,
    isPaused: Boolean(row.isPaused),
    owner: shortName({ lastName, firstName, middleName }),
  }));
}

/** How many routes of a tutor each filter finds among those the search finds. */
export async function countCaseLoad(ctx: Context, tutorId: Id, search: string): Promise<Record<DeskFilter, number>> {
  const row = await ctx.db
    .selectFrom(caseLoad(ctx, tutorId).as('desk'))
    .select(DESK_FILTERS.map((show) => sql<number>`count(*) filter (where ${conditionOf(ctx, show)})`.as(show)))
    .where((eb) => eb.and(searchPatterns(search).map((pattern) => eb('desk.searchName', 'like', pattern))))
    .executeTakeFirstOrThrow();
  return row as Record<DeskFilter, number>;
}

/** Tutors of the centres the actor heads, each with the size of the case load and what waits in it. */
export async function listTutorLoads(ctx: Context) {
  const rows = await ctx.db
    .selectFrom('educationalRoute')
    .innerJoin('routeTutor as held', (join) =>
      join
        .onRef('held.routeId', '=', 'educationalRoute.id')
        .on(
          sql<boolean>`held.started_on <= ${ctx.today}::date and (held.ended_on is null or held.ended_on >= ${ctx.today}::date)`,
        ),
    )
    .innerJoin('person', 'person.id', 'held.personId')
    .leftJoin(
      ctx.db
        .selectFrom('routeStep')
        .select('routeId')
        .select(sql<number>`count(*) filter (where closed_on is null and due_on < ${ctx.today}::date)`.as('overdue'))
        .select(sql<number>`count(*) filter (where review_state = 'waits')`.as('waits'))
        .where((eb) => eb.or([eb('reviewState', '=', 'waits'), eb('closedOn', 'is', null)]))
        .groupBy('routeId')
        .as('steps'),
      'steps.routeId',
      'educationalRoute.id',
    )
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select([
      sql<number>`count(*)`.as('routes'),
      sql<number>`count(*) filter (where steps.overdue > 0 and not ${isPaused(ctx)})`.as('overdue'),
      sql<number>`coalesce(sum(steps.waits), 0)::integer`.as('waits'),
    ])
    .where(within(ctx, 'route.assignTutor'))
    .where('educationalRoute.state', '=', 'active')
    .groupBy(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'person.searchName'])
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(200)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...load }) => ({
    ...load,
    name: shortName({ lastName, firstName, middleName }),
  }));
}
