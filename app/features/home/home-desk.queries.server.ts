import { mayHold } from '#app/access/actor.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import { shortName } from '../people/person-name.ts';
import { READ_OF_A_KIND, type Task } from './home.ts';

/** Products that wait for the tutor, and what owners of routes and receiving organisations are asked. */
export async function tasksOfDesk(ctx: Context): Promise<Task[]> {
  const lists = await Promise.all([products(ctx), ownProducts(ctx), proposals(ctx), transfers(ctx), moves(ctx)]);
  return lists.flat();
}

async function products(ctx: Context): Promise<Task[]> {
  if (!mayHold(ctx.actor, 'route.accompany')) return [];
  const rows = await ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['routeStep.id', 'routeStep.title', 'routeStep.closedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('routeStep.reviewState', '=', 'waits')
    .where('educationalRoute.state', '=', 'active')
    .where(within(ctx, 'route.accompany'))
    .orderBy('routeStep.closedOn')
    .orderBy('routeStep.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map(({ id, title, closedOn, ...name }) => ({
    ...{ kind: 'route-product-waits', key: id, href: paths.stepReview(id) },
    ...{ about: `${shortName(name)}: ${title}`, since: closedOn, until: null },
  }));
}

async function ownProducts(ctx: Context): Promise<Task[]> {
  const rows = await ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .select(['routeStep.id', 'routeStep.title'])
    .where('educationalRoute.personId', '=', personOf(ctx))
    .where('educationalRoute.state', '=', 'active')
    .where('routeStep.reviewState', '=', 'more')
    .orderBy('routeStep.closedOn')
    .orderBy('routeStep.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map(({ id, title }) => ({
    ...{ kind: 'route-product-more', key: id, href: paths.stepTalk(id), about: title, since: null, until: null },
  }));
}

async function proposals(ctx: Context): Promise<Task[]> {
  const rows = await ctx.db
    .selectFrom('routeProposal')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeProposal.routeId')
    .innerJoin('groupPlan', 'groupPlan.id', 'routeProposal.planId')
    .innerJoin('learningOffer', 'learningOffer.id', 'groupPlan.offerId')
    .select(['routeProposal.id', 'learningOffer.title', 'groupPlan.madeOn', 'groupPlan.startsOn'])
    .where('educationalRoute.personId', '=', personOf(ctx))
    .where('educationalRoute.state', '=', 'active')
    .where('routeProposal.state', '=', 'proposed')
    .orderBy('groupPlan.madeOn')
    .orderBy('routeProposal.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map(({ id, title, madeOn, startsOn }) => ({
    ...{ kind: 'route-proposal', key: id, href: paths.routeProposal(id), about: title, since: madeOn, until: startsOn },
  }));
}

async function transfers(ctx: Context): Promise<Task[]> {
  const rows = await ctx.db
    .selectFrom('routeTransfer')
    .innerJoin('orgUnit', 'orgUnit.id', 'routeTransfer.unitId')
    .select(['routeTransfer.id', 'routeTransfer.proposedOn', 'orgUnit.shortName'])
    .where('routeTransfer.personId', '=', personOf(ctx))
    .where('routeTransfer.state', '=', 'pending')
    .orderBy('routeTransfer.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map(({ id, shortName: unit, proposedOn }) => ({
    ...{ kind: 'route-transfer', key: id, href: paths.routeTransferAnswer(id) },
    ...{ about: unit, since: proposedOn, until: null },
  }));
}

async function moves(ctx: Context): Promise<Task[]> {
  if (!mayHold(ctx.actor, 'personMove.answer')) return [];
  const rows = await ctx.db
    .selectFrom('personMove')
    .innerJoin('person', 'person.id', 'personMove.personId')
    .select(['personMove.id', 'personMove.askedOn', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('personMove.state', '=', 'asked')
    .where(within(ctx, 'personMove.answer'))
    .orderBy('personMove.askedOn')
    .orderBy('personMove.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map(({ id, askedOn, ...name }) => ({
    ...{ kind: 'move-to-answer', key: id, href: paths.personMoveAnswer(id) },
    ...{ about: shortName(name), since: askedOn, until: null },
  }));
}
