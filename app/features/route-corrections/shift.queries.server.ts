import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';
import { shiftedStep } from './shift.ts';

/** A proposed shift with the days every open step would get, for the owner. Throws NotFound. */
export async function findShift(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('routeShift')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeShift.routeId')
    .innerJoin('person', 'person.id', 'routeShift.proposedBy')
    .select(['routeShift.id', 'routeShift.routeId', 'routeShift.newStartOn', 'routeShift.reason', 'routeShift.state'])
    .select(['routeShift.proposedOn', 'educationalRoute.startedOn', 'educationalRoute.years'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('routeShift.id', '=', id)
    .where(within(ctx, 'route.edit'))
    .executeTakeFirst();
  if (!row) throw new NotFound('shift');
  const { lastName, firstName, middleName, ...shift } = row;
  const open = await ctx.db
    .selectFrom('routeStep')
    .select(['id', 'title', 'startedOn', 'dueOn'])
    .where('routeId', '=', shift.routeId)
    .where('closedOn', 'is', null)
    .orderBy('startedOn')
    .orderBy('id')
    .limit(500)
    .execute();
  const steps = open.map((step) => {
    const { startedOn, dueOn } = shiftedStep(step, shift, shift.newStartOn);
    return { ...step, newStartedOn: startedOn, newDueOn: dueOn };
  });
  return { ...shift, proposer: shortName({ lastName, firstName, middleName }), steps };
}

/** The shift that waits for the owner's answer; null when none does or the route is not his. */
export async function findOptionalShift(ctx: Context, routeId: Id) {
  const row = await ctx.db
    .selectFrom('routeShift')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeShift.routeId')
    .select(['routeShift.id', 'routeShift.newStartOn'])
    .where('routeShift.routeId', '=', routeId)
    .where('routeShift.state', '=', 'proposed')
    .where(within(ctx, 'route.edit'))
    .executeTakeFirst();
  return row ?? null;
}
