import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { fullName, shortName } from '../people/person-name.ts';
import { areaOf, routeState, ruleAgainstStepWork, stepKind, stepState } from './route.ts';
import { anyReach } from './route-list.queries.server.ts';
import { PRESENTATION_LEVELS } from './route-step.ts';

/** How much of a route the actor sees: the whole, what is shared (plan and state), or the state only. Source: ACCESS. */
export type RouteView = 'whole' | 'shared' | 'state';

/** A route's head with what the actor sees and may do. Throws NotFound. */
export async function findRoute(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('educationalRoute')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'educationalRoute.unitId')
    .select(['educationalRoute.id', 'educationalRoute.years', 'educationalRoute.startedOn', 'educationalRoute.endedOn'])
    .select(['educationalRoute.state', 'educationalRoute.targetImage', 'educationalRoute.version'])
    .select(['educationalRoute.personId', 'educationalRoute.centreId', 'orgUnit.shortName as unitName'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .select([within(ctx, 'route.read').as('seesWhole'), within(ctx, 'route.shared').as('seesPlan')])
    .select([within(ctx, 'route.edit').as('isOwner'), within(ctx, 'route.accompany').as('isTutor')])
    .select(within(ctx, 'route.assignTutor').as('canAssign'))
    .where('educationalRoute.id', '=', id)
    .where(anyReach(ctx))
    .executeTakeFirst();
  if (!row) throw new NotFound('route');
  const { lastName, firstName, middleName, seesWhole, seesPlan, isOwner, isTutor, canAssign, ...route } = row;
  const view: RouteView = seesWhole ? 'whole' : seesPlan ? 'shared' : 'state';
  const name = { lastName, firstName, middleName };
  const isActive = route.state === 'active';
  return {
    ...route,
    state: routeState(route.state),
    view,
    owner: fullName(name),
    ownerShort: shortName(name),
    targetImage: view === 'whole' ? route.targetImage : null,
    isOwner: Boolean(isOwner),
    isTutor: Boolean(isTutor),
    mayEdit: isActive && Boolean(isOwner),
    mayPlan: isActive && Boolean(isOwner || isTutor),
    mayNote: isActive && Boolean(isTutor),
    mayAssign: isActive && Boolean(canAssign),
  };
}

/** The seven positions; notes only for those who see the whole route. */
export async function listPositions(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routePosition')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routePosition.routeId')
    .select(['routePosition.position', 'routePosition.openedOn', 'routePosition.completedOn'])
    .select(sql<string | null>`case when ${within(ctx, 'route.read')} then route_position.note end`.as('note'))
    .where('routePosition.routeId', '=', routeId)
    .where(anyReach(ctx))
    .orderBy('routePosition.position')
    .execute();
}

/** How many steps there are, are closed and overdue, and the oldest overdue day; for every view. */
export async function countSteps(ctx: Context, routeId: Id) {
  return ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .select([
      sql<number>`count(*)`.as('total'),
      sql<number>`count(closed_on)`.as('closed'),
      sql<number>`count(*) filter (where closed_on is null and due_on < ${ctx.today}::date)`.as('overdue'),
      sql<Day | null>`min(due_on) filter (where closed_on is null and due_on < ${ctx.today}::date)`.as('overdueSince'),
    ])
    .where('routeStep.routeId', '=', routeId)
    .where(anyReach(ctx))
    .executeTakeFirstOrThrow();
}

function stepsOf(ctx: Context) {
  return ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .select(['routeStep.id', 'routeStep.kind', 'routeStep.areaCode', 'routeStep.title', 'routeStep.expectedProduct'])
    .select(['routeStep.startedOn', 'routeStep.dueOn', 'routeStep.closedOn', 'routeStep.version'])
    .select(['routeStep.goal', 'routeStep.organisation', 'routeStep.registerNumber', 'routeStep.hours'])
    .select(['routeStep.presentationForm', 'routeStep.presentationLevel', 'routeStep.presentationPlace'])
    .select('routeStep.presentedOn');
}

/**
 * Steps as the picture of the roadmap draws them; whether a product waits for the tutor, and what it is, only for those
 * who see the whole route.
 */
export async function listDrawnSteps(ctx: Context, routeId: Id) {
  const whole = within(ctx, 'route.read');
  const rows = await ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .select(['routeStep.id', 'routeStep.kind', 'routeStep.title', 'routeStep.expectedProduct'])
    .select(['routeStep.startedOn', 'routeStep.dueOn', 'routeStep.closedOn'])
    .select(
      sql<string | null>`case when route_step.review_state = 'waits' and ${whole} then route_step.product end`.as(
        'waiting',
      ),
    )
    .where('routeStep.routeId', '=', routeId)
    .where(sql<boolean>`(${whole} or ${within(ctx, 'route.shared')})`)
    .orderBy('routeStep.startedOn')
    .orderBy('routeStep.id')
    .limit(500)
    .execute();
  return rows.map(({ kind, ...row }) => ({ ...row, kind: stepKind(kind), state: stepState(row, ctx.today) }));
}

/** Steps of the roadmap as far as they are shared: plan and state, nothing of what the owner wrote about them. */
export async function listSharedSteps(ctx: Context, routeId: Id) {
  const rows = await stepsOf(ctx)
    .where('routeStep.routeId', '=', routeId)
    .where(sql<boolean>`(${within(ctx, 'route.shared')} or ${within(ctx, 'route.read')})`)
    .orderBy('routeStep.startedOn')
    .orderBy('routeStep.id')
    .limit(500)
    .execute();
  return rows.map((row) => shownStep(row, ctx.today));
}

/** Steps with product, attitude and the tutor's note, for those who see the whole route. */
export async function listSteps(ctx: Context, routeId: Id) {
  const rows = await stepsOf(ctx)
    .select(['routeStep.product', 'routeStep.productLink', 'routeStep.attitude', 'routeStep.tutorNote'])
    .select(['routeStep.alternatives', 'routeStep.choiceReason'])
    .where('routeStep.routeId', '=', routeId)
    .where(within(ctx, 'route.read'))
    .orderBy('routeStep.startedOn')
    .orderBy('routeStep.id')
    .limit(500)
    .execute();
  return rows.map((row) => ({ ...shownStep(row, ctx.today), ...writtenOf(row) }));
}

/** One step with its route, for the forms about it. Throws NotFound unless the actor sees the whole route. */
export async function findStep(ctx: Context, id: Id) {
  const row = await stepsOf(ctx)
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['routeStep.product', 'routeStep.productLink', 'routeStep.attitude', 'routeStep.tutorNote'])
    .select(['routeStep.alternatives', 'routeStep.choiceReason', 'educationalRoute.id as routeId'])
    .select(['educationalRoute.personId', 'routeStep.reviewState'])
    .select(['educationalRoute.startedOn as routeStartsOn', 'educationalRoute.endedOn as routeEndsOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'educationalRoute.state'])
    .select([within(ctx, 'route.edit').as('isOwner'), within(ctx, 'route.accompany').as('isTutor')])
    .where('routeStep.id', '=', id)
    .where(within(ctx, 'route.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('step');
  return {
    ...shownStep(row, ctx.today),
    ...writtenOf(row),
    routeId: row.routeId,
    personId: row.personId,
    route: { startedOn: row.routeStartsOn, endedOn: row.routeEndsOn },
    owner: fullName(row),
    isOwner: Boolean(row.isOwner),
    isTutor: Boolean(row.isTutor),
    reviewState: row.reviewState,
    isRouteActive: row.state === 'active',
    refusal: ruleAgainstStepWork(routeState(row.state), row.closedOn),
  };
}

interface StepRow {
  id: Id;
  kind: string;
  areaCode: string | null;
  title: string;
  expectedProduct: string;
  startedOn: Day;
  dueOn: Day;
  closedOn: Day | null;
  version: number;
  goal: string;
  organisation: string;
  registerNumber: string;
  hours: number | null;
  presentationForm: string;
  presentationLevel: string | null;
  presentationPlace: string;
  presentedOn: Day | null;
}

function shownStep(row: StepRow, today: Day) {
  const { id, title, expectedProduct, startedOn, dueOn, closedOn, version } = row;
  const { goal, organisation, registerNumber, hours, presentationForm, presentationPlace, presentedOn } = row;
  const presentationLevel = PRESENTATION_LEVELS.find((known) => known === row.presentationLevel) ?? null;
  const learning = { goal, organisation, registerNumber, hours };
  const presentation = { presentationForm, presentationLevel, presentationPlace, presentedOn };
  const plan = { kind: stepKind(row.kind), area: areaOf(row.areaCode), title, expectedProduct, startedOn, dueOn };
  return { id, ...plan, ...learning, ...presentation, closedOn, version, state: stepState(row, today) };
}

interface WrittenRow {
  product: string | null;
  productLink: string;
  attitude: string | null;
  tutorNote: string;
  alternatives: string;
  choiceReason: string;
}

function writtenOf({ product, productLink, attitude, tutorNote, alternatives, choiceReason }: WrittenRow) {
  return { product, productLink, attitude, tutorNote, alternatives, choiceReason };
}
