import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { areaOf, stepKind } from '../educational-routes/route.ts';
import { fullName } from '../people/person-name.ts';

/** How a product stands with the tutor. */
export const REVIEW_STATES = ['none', 'waits', 'accepted', 'more'] as const;

/** One of those states. */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** A step with what it left, for those who see the whole route. Throws NotFound. */
export async function findProduct(ctx: Context, stepId: Id) {
  const row = await ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'educationalRoute.unitId')
    .select(['routeStep.id', 'routeStep.routeId', 'routeStep.kind', 'routeStep.areaCode', 'routeStep.title'])
    .select(['routeStep.expectedProduct', 'routeStep.startedOn', 'routeStep.dueOn', 'routeStep.closedOn'])
    .select(['routeStep.product', 'routeStep.productLink', 'routeStep.attitude', 'routeStep.reviewState'])
    .select(['routeStep.version', 'routeStep.goal'])
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'orgUnit.shortName as unitName'])
    .select(within(ctx, 'route.accompany').as('isTutor'))
    .where('routeStep.id', '=', stepId)
    .where(within(ctx, 'route.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('step');
  const { lastName, firstName, middleName, kind, areaCode, reviewState, isTutor, ...step } = row;
  return {
    ...step,
    kind: stepKind(kind),
    area: areaOf(areaCode),
    reviewState: reviewStateOf(reviewState),
    isTutor: Boolean(isTutor),
    owner: fullName({ lastName, firstName, middleName }),
  };
}

/** The product that has waited longest for the actor as a tutor, other than the given one, and how many wait in all. */
export async function findNextWaiting(ctx: Context, exceptId: Id | null) {
  const rows = await ctx.db
    .selectFrom('routeStep')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeStep.routeId')
    .select(['routeStep.id', sql<number>`count(*) over ()`.as('total')])
    .where('routeStep.reviewState', '=', 'waits')
    .where('educationalRoute.state', '=', 'active')
    .where(within(ctx, 'route.accompany'))
    .$if(exceptId !== null, (query) => query.where('routeStep.id', '!=', exceptId))
    .orderBy('routeStep.closedOn')
    .orderBy('routeStep.id')
    .limit(1)
    .execute();
  return { id: rows[0]?.id ?? null, total: rows[0]?.total ?? 0 };
}

/** Narrows a stored word; an unknown one is a fault of the data. */
export function reviewStateOf(word: string): ReviewState {
  const found = REVIEW_STATES.find((state) => state === word);
  if (!found) throw new Error(`unknown state of a review: ${word}`);
  return found;
}
