import { holdsByRole, mayHold } from '#app/access/actor.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { type HomeFigure, inOrderOfUrgency, type Task } from './home.ts';
import { tasksOfReading } from './home-acts.queries.server.ts';
import { tasksOfCalendar } from './home-calendar.queries.server.ts';
import { tasksOfConsents } from './home-consents.queries.server.ts';
import { figuresOfContours, tasksOfContours } from './home-contours.queries.server.ts';
import { tasksOfDesk } from './home-desk.queries.server.ts';
import { figuresOfTutor, tasksOfConsent, tasksOfPlan, tasksOfRoutes } from './home-own.queries.server.ts';
import {
  tasksOfInvitations,
  tasksOfProgrammes,
  tasksOfStaffLists,
  tasksOfStimuli,
} from './home-papers.queries.server.ts';
import { tasksOfOwnProfile, tasksOfResults } from './home-profile.queries.server.ts';
import {
  figuresOfRequests,
  tasksOfOwnRequests,
  tasksOfRequests,
  tasksOfUnmetRequests,
} from './home-requests.queries.server.ts';
import { figuresOfSchool, tasksOfActs, tasksOfMatching, tasksOfPapers } from './home-school.queries.server.ts';

const OWN_ROUTE_SECTION = ['route.read', 'route.shared', 'route.state'] as const;

/** Everything that waits for the actor, most urgent first. Roles decide through the policy inside each query. */
export async function listTasks(ctx: Context): Promise<Task[]> {
  const asked = [tasksOfConsent(ctx), tasksOfRoutes(ctx), tasksOfOwnProfile(ctx), tasksOfResults(ctx)];
  asked.push(tasksOfOwnRequests(ctx), tasksOfReading(ctx), tasksOfDesk(ctx));
  if (holdsByRole(ctx.actor, 'lentMentor.agree')) asked.push(tasksOfRequests(ctx));
  if (holdsByRole(ctx.actor, 'request.offer')) asked.push(tasksOfUnmetRequests(ctx));
  if (mayHold(ctx.actor, 'programme.edit')) asked.push(tasksOfPlan(ctx));
  if (mayHold(ctx.actor, 'mentorship.papers')) asked.push(tasksOfPapers(ctx));
  if (mayHold(ctx.actor, 'mentorship.propose')) asked.push(tasksOfMatching(ctx));
  if (mayHold(ctx.actor, 'act.edit')) asked.push(tasksOfActs(ctx), tasksOfProgrammes(ctx));
  if (mayHold(ctx.actor, 'stimulus.approve') || mayHold(ctx.actor, 'stimulus.pay')) asked.push(tasksOfStimuli(ctx));
  if (mayHold(ctx.actor, 'staffList.import')) asked.push(tasksOfStaffLists(ctx));
  if (mayHold(ctx.actor, 'grant.manage')) asked.push(tasksOfInvitations(ctx));
  if (mayHold(ctx.actor, 'homeAgreement.answer')) asked.push(tasksOfConsents(ctx));
  if (mayHold(ctx.actor, 'contour.place')) asked.push(tasksOfContours(ctx));
  if (mayHold(ctx.actor, 'calendar.manage')) asked.push(tasksOfCalendar(ctx));
  return inOrderOfUrgency((await Promise.all(asked)).flat());
}

/** At most four numbers that matter to the actor. */
export async function listFigures(ctx: Context): Promise<HomeFigure[]> {
  const asked = [
    figuresOfSchool(ctx),
    figuresOfRequests(ctx),
    figuresOfTutor(ctx),
    figuresOfContours(ctx),
    figuresOfUnits(ctx),
  ];
  return (await Promise.all(asked)).flat().slice(0, 4);
}

async function figuresOfUnits(ctx: Context): Promise<HomeFigure[]> {
  if (!mayHold(ctx.actor, 'unit.manage')) return [];
  const units = await ctx.db
    .selectFrom('orgUnit')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(withinUnits(ctx, 'unit.manage'))
    .where('endedOn', 'is', null)
    .executeTakeFirstOrThrow();
  return [{ kind: 'organisations', value: units.count, href: paths.units() }];
}

/**
 * The actor's own route that goes on; null when there is none, and for those whose role has the section of routes: they
 * find it there.
 */
export async function findOptionalOwnRoute(ctx: Context): Promise<Id | null> {
  if (OWN_ROUTE_SECTION.some((permission) => holdsByRole(ctx.actor, permission))) return null;
  const route = await ctx.db
    .selectFrom('educationalRoute')
    .select('id')
    .where('personId', '=', personOf(ctx))
    .where('state', '=', 'active')
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return route?.id ?? null;
}

/** Short name of the unit of the actor's first grant, for the sentence under the heading. */
export async function findHomeUnitName(ctx: Context): Promise<string | null> {
  const first = ctx.actor.kind === 'person' ? ctx.actor.grants[0] : undefined;
  if (!first) return null;
  const unit = await ctx.db.selectFrom('orgUnit').select('shortName').where('id', '=', first.unitId).executeTakeFirst();
  return unit?.shortName ?? null;
}
