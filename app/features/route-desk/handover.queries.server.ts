import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import { shortName } from '../people/person-name.ts';

const SHOWN_DAYS = 60;

/** Routes a tutor accompanies that the actor may give to another, by name. */
export async function listRoutesToHandOver(ctx: Context, tutorId: Id) {
  const rows = await ctx.db
    .selectFrom('educationalRoute')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'educationalRoute.unitId')
    .select(['educationalRoute.id', 'educationalRoute.centreId', 'orgUnit.shortName as unitName'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where(within(ctx, 'route.assignTutor'))
    .where('educationalRoute.state', '=', 'active')
    .where(sql<boolean>`exists (select 1 from route_tutor held where held.route_id = educational_route.id
      and held.person_id = ${tutorId} and held.started_on <= ${ctx.today}::date
      and (held.ended_on is null or held.ended_on >= ${ctx.today}::date))`)
    .orderBy('person.searchName')
    .orderBy('educationalRoute.id')
    .limit(200)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...route }) => ({
    ...route,
    owner: shortName({ lastName, firstName, middleName }),
  }));
}

/** What was handed to the actor lately, with the notes. */
export async function listHandedToMe(ctx: Context) {
  const rows = await ctx.db
    .selectFrom('routeHandover')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeHandover.routeId')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['routeHandover.id', 'routeHandover.routeId', 'routeHandover.note', 'routeHandover.handedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('routeHandover.toPersonId', '=', personOf(ctx))
    .where('routeHandover.handedOn', '>=', addDays(ctx.today, -SHOWN_DAYS))
    .where(within(ctx, 'route.accompany'))
    .orderBy('routeHandover.handedOn', 'desc')
    .orderBy('routeHandover.id')
    .limit(50)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...handover }) => ({
    ...handover,
    owner: shortName({ lastName, firstName, middleName }),
  }));
}
