import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { areaOf } from '../educational-routes/route.ts';
import type { Area } from '../people/competence-area.ts';
import { shortName } from '../people/person-name.ts';
import { isPaused } from './desk.queries.server.ts';
import { type GroupRefusal, ruleAgainstProposing } from './desk.ts';

/** The most routes a tutor chooses from on one page. */
const MOST_SHOWN = 200;

function ownRoutes(ctx: Context) {
  return ctx.db
    .selectFrom('educationalRoute')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'educationalRoute.unitId')
    .select(['educationalRoute.id', 'orgUnit.shortName as unitName'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where(within(ctx, 'route.accompany'));
}

/** Routes under way the actor accompanies, by name; none while there is no offer to choose them for. */
export async function listRoutesToPropose(ctx: Context, hasOffer: boolean) {
  const rows = await ownRoutes(ctx)
    .where('educationalRoute.state', '=', 'active')
    .where(sql<boolean>`${hasOffer}::boolean`)
    .orderBy('person.searchName')
    .orderBy('educationalRoute.id')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(({ id, unitName, ...name }) => ({ id, unitName, owner: shortName(name) }));
}

/** What of a group plan decides whom it concerns. */
export interface PlannedOffer {
  offerId: Id;
  /** The deficit it is to serve. */
  area: Area;
  startsOn: Day;
  dueOn: Day;
  routeIds: readonly Id[];
}

/** Whom a plan concerns, by name, and why it passes somebody over. Throws NotFound when a route is out of reach. */
export async function previewGroup(
  ctx: Context,
  plan: PlannedOffer,
): Promise<{ id: Id; personId: Id; owner: string; unitName: string; refusal: GroupRefusal | null }[]> {
  if (plan.routeIds.length === 0) return [];
  const rows = await ownRoutes(ctx)
    .select(['educationalRoute.personId', 'educationalRoute.state'])
    .select(['educationalRoute.startedOn', 'educationalRoute.endedOn'])
    .select(isPaused(ctx).as('isPaused'))
    .select(
      sql<boolean>`(exists (select 1 from route_proposal asked join group_plan made on made.id = asked.plan_id
          where asked.route_id = educational_route.id and made.offer_id = ${plan.offerId}
            and asked.state in ('proposed', 'accepted'))
        or exists (select 1 from step_offer taken join route_step on route_step.id = taken.step_id
          where route_step.route_id = educational_route.id and taken.offer_id = ${plan.offerId}))`.as('hasOffer'),
    )
    .select(
      sql<boolean>`exists (select 1 from route_deficit gap where gap.route_id = educational_route.id
        and gap.area_code = ${plan.area} and gap.closed_on is null)`.as('hasGap'),
    )
    .where('educationalRoute.id', 'in', [...plan.routeIds])
    .orderBy('person.searchName')
    .orderBy('educationalRoute.id')
    .execute();
  if (rows.length < plan.routeIds.length) throw new NotFound('route');
  return rows.map(({ id, personId, unitName, lastName, firstName, middleName, ...route }) => ({
    ...{ id, personId, unitName, owner: shortName({ lastName, firstName, middleName }) },
    refusal: ruleAgainstProposing({ ...route, isPaused: Boolean(route.isPaused) }, plan),
  }));
}

/** The actor's latest group plans with how they were answered. */
export async function listGroupPlans(ctx: Context) {
  return ctx.db
    .selectFrom('groupPlan')
    .innerJoin('learningOffer', 'learningOffer.id', 'groupPlan.offerId')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('routeProposal')
          .select([
            sql<number>`count(*)`.as('total'),
            sql<number>`count(*) filter (where state = 'accepted')`.as('accepted'),
            sql<number>`count(*) filter (where state = 'declined')`.as('declined'),
          ])
          .whereRef('routeProposal.planId', '=', 'groupPlan.id')
          .as('answers'),
      (join) => join.onTrue(),
    )
    .select(['groupPlan.id', 'groupPlan.madeOn', 'groupPlan.undoneOn', 'learningOffer.title'])
    .select(['answers.total', 'answers.accepted', 'answers.declined'])
    .where('groupPlan.madeBy', '=', personOf(ctx))
    .where(within(ctx, 'groupPlan.read'))
    .orderBy('groupPlan.createdAt', 'desc')
    .orderBy('groupPlan.id')
    .limit(10)
    .execute();
}

/** One group plan with everybody it was proposed to. Throws NotFound. */
export async function findGroupPlan(ctx: Context, id: Id) {
  const plan = await ctx.db
    .selectFrom('groupPlan')
    .innerJoin('learningOffer', 'learningOffer.id', 'groupPlan.offerId')
    .select(['groupPlan.id', 'groupPlan.offerId', 'groupPlan.startsOn', 'groupPlan.dueOn', 'groupPlan.madeOn'])
    .select(['groupPlan.undoneOn', 'groupPlan.version', 'groupPlan.expectedProduct', 'learningOffer.title'])
    .where('groupPlan.id', '=', id)
    .where(within(ctx, 'groupPlan.read'))
    .executeTakeFirst();
  if (!plan) throw new NotFound('plan');
  const rows = await ctx.db
    .selectFrom('routeProposal')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeProposal.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .leftJoin('proposalLook', 'proposalLook.proposalId', 'routeProposal.id')
    .select(['routeProposal.id', 'routeProposal.routeId', 'routeProposal.state', 'proposalLook.firstAt as seenAt'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('routeProposal.planId', '=', id)
    // Who has since another tutor is no longer named.
    .where(within(ctx, 'route.accompany'))
    .orderBy('person.searchName')
    .orderBy('routeProposal.id')
    .limit(MOST_SHOWN)
    .execute();
  const proposals = rows.map(({ lastName, firstName, middleName, state, seenAt, ...proposal }) => ({
    ...proposal,
    owner: shortName({ lastName, firstName, middleName }),
    state: proposalState(state),
    isSeen: seenAt !== null,
  }));
  return { plan, proposals };
}

/** One proposal as its owner sees it. Throws NotFound. */
export async function findProposal(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('routeProposal')
    .innerJoin('groupPlan', 'groupPlan.id', 'routeProposal.planId')
    .innerJoin('learningOffer', 'learningOffer.id', 'groupPlan.offerId')
    .innerJoin('person as tutor', 'tutor.id', 'groupPlan.madeBy')
    .select(['routeProposal.id', 'routeProposal.routeId', 'routeProposal.state', 'routeProposal.version'])
    .select(['groupPlan.offerId', 'groupPlan.areaCode', 'groupPlan.startsOn', 'groupPlan.dueOn', 'groupPlan.madeOn'])
    .select(['groupPlan.expectedProduct', 'learningOffer.title', 'learningOffer.providerName', 'learningOffer.hours'])
    .select(['tutor.lastName', 'tutor.firstName', 'tutor.middleName'])
    .where('routeProposal.id', '=', id)
    .where(within(ctx, 'proposal.answer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('proposal');
  const { lastName, firstName, middleName, areaCode, state, ...proposal } = row;
  return {
    ...proposal,
    state: proposalState(state),
    area: areaOf(areaCode),
    tutor: shortName({ lastName, firstName, middleName }),
  };
}

/** States of a proposal. */
const PROPOSAL_STATES = ['proposed', 'accepted', 'declined', 'withdrawn'] as const;

/** One of those states. */
export type ProposalState = (typeof PROPOSAL_STATES)[number];

function proposalState(word: string): ProposalState {
  const found = PROPOSAL_STATES.find((state) => state === word);
  if (!found) throw new Error(`unknown state of a proposal: ${word}`);
  return found;
}
