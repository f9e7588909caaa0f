import { sql } from 'kysely';
import { holdsByRole, mayHold } from '#app/access/actor.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays, dayOf } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { isPaused } from '../mentorships/mentorship.queries.server.ts';
import { membersOpposite, namesOf } from '../mentorships/mentorship-sides.server.ts';
import { shortName } from '../people/person-name.ts';
import { type HomeFigure, READ_OF_A_KIND, type Task } from './home.ts';

const SOON_DAYS = 14;

/** Proposals the person has not answered. */
export async function tasksOfConsent(ctx: Context): Promise<Task[]> {
  const me = personOf(ctx);
  const rows = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember as mine', 'mine.mentorshipId', 'mentorship.id')
    .leftJoin('consent', (join) =>
      join.onRef('consent.mentorshipId', '=', 'mentorship.id').onRef('consent.personId', '=', 'mine.personId'),
    )
    .select(['mentorship.id', 'mentorship.startedOn', membersOpposite(ctx).as('others')])
    .select('mentorship.createdAt as since')
    .where('mine.personId', '=', me)
    .where('consent.id', 'is', null)
    .where('mentorship.state', '=', 'proposed')
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map((row) => ({
    kind: 'consent-mine',
    key: row.id,
    href: paths.mentorshipConsent(row.id),
    about: namesOf(row.others),
    since: dayOf(row.since, ctx.timeZone),
    until: row.startedOn,
  }));
}

/** Items of the person's own programmes that are due within two weeks or late. */
export async function tasksOfPlan(ctx: Context): Promise<Task[]> {
  const me = personOf(ctx);
  const rows = await ctx.db
    .selectFrom('planItem')
    .innerJoin('programme', 'programme.id', 'planItem.programmeId')
    .innerJoin('mentorshipMember', 'mentorshipMember.mentorshipId', 'programme.mentorshipId')
    .innerJoin('mentorship', 'mentorship.id', 'programme.mentorshipId')
    .select(['planItem.id', 'planItem.topic', 'planItem.dueOn'])
    .where(within(ctx, 'programme.edit'))
    .where('mentorshipMember.personId', '=', me)
    .where('mentorship.state', '=', 'active')
    .where('programme.state', '=', 'approved')
    // What rests is not late.
    .where(sql<boolean>`not ${isPaused(ctx)}`)
    .where('planItem.doneOn', 'is', null)
    .where('planItem.dueOn', '<=', addDays(ctx.today, SOON_DAYS))
    .orderBy('planItem.dueOn')
    .orderBy('planItem.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map((row) => ({
    kind: 'plan-item',
    key: row.id,
    href: paths.planItemDone(row.id),
    about: row.topic,
    since: null,
    until: row.dueOn,
  }));
}

/** Steps of the person's own route that are due, and overdue steps of routes the person accompanies. */
export async function tasksOfRoutes(ctx: Context): Promise<Task[]> {
  const me = personOf(ctx);
  const steps = ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['routeStep.id', 'routeStep.title', 'routeStep.dueOn', 'educationalRoute.id as routeId'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('routeStep.closedOn', 'is', null)
    .where('educationalRoute.state', '=', 'active')
    // What rests is not late, and what an item of a programme is shows there.
    .where(sql<boolean>`not exists (select 1 from route_pause rest where rest.route_id = educational_route.id
      and rest.started_on <= ${ctx.today}::date and rest.ended_on is null)`)
    .where(sql<boolean>`not exists (select 1 from step_plan_item served join plan_item item on item.id = served.plan_item_id
      where served.step_id = route_step.id and item.done_on is null)`)
    .orderBy('routeStep.dueOn')
    .orderBy('routeStep.id')
    .limit(READ_OF_A_KIND);
  const [mine, accompanied] = await Promise.all([
    steps
      .where('educationalRoute.personId', '=', me)
      .where('routeStep.dueOn', '<=', addDays(ctx.today, SOON_DAYS))
      .execute(),
    mayHold(ctx.actor, 'route.accompany')
      ? steps.where(within(ctx, 'route.accompany')).where('routeStep.dueOn', '<', ctx.today).execute()
      : [],
  ]);
  return [
    ...mine.map(
      (step): Task => ({
        kind: 'route-step-mine',
        key: step.id,
        href: paths.routeStepClose(step.id),
        about: step.title,
        since: null,
        until: step.dueOn,
      }),
    ),
    ...accompanied.map(
      (step): Task => ({
        kind: 'route-step-overdue',
        key: step.id,
        href: paths.route(step.routeId),
        about: `${shortName(step)}: ${step.title}`,
        since: null,
        until: step.dueOn,
      }),
    ),
  ];
}

/** What the tutor accompanies, in numbers. */
export async function figuresOfTutor(ctx: Context): Promise<HomeFigure[]> {
  if (!holdsByRole(ctx.actor, 'route.accompany')) return [];
  const row = await ctx.db
    .selectFrom('educationalRoute')
    .leftJoin('routeStep', (join) =>
      join
        .onRef('routeStep.routeId', '=', 'educationalRoute.id')
        .on('routeStep.closedOn', 'is', null)
        .on('routeStep.dueOn', '<', ctx.today),
    )
    .select(({ fn }) => [
      fn.count<number>('educationalRoute.id').distinct().as('routes'),
      fn.count<number>('routeStep.id').as('overdue'),
    ])
    .where(within(ctx, 'route.accompany'))
    .where('educationalRoute.state', '=', 'active')
    .executeTakeFirstOrThrow();
  return [
    { kind: 'routes', value: row.routes, href: paths.routes() },
    { kind: 'route-steps-overdue', value: row.overdue, href: paths.routes() },
  ];
}
