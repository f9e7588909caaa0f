import { sql } from 'kysely';
import { canAt, unitsWhere } from '#app/access/can.server.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Id } from '#db/schema.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName, shortName } from '../people/person-name.ts';
import { LEAST_LETTERS } from './route.ts';

/** Centres (ЦНППМ) where the actor opens routes. */
export async function listCentres(ctx: Context) {
  const ids = await unitsWhere(ctx, 'route.open');
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName', 'regionId'])
    .where('id', 'in', ids)
    .where('kind', '=', 'professional_growth_center')
    .orderBy('name')
    .orderBy('id')
    .execute();
}

function candidates(ctx: Context) {
  return ctx.db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .where(within(ctx, 'person.findForRoute'))
    .where(sql<boolean>`exists (select 1 from employment work join post on post.code = work.post_code
      where work.person_id = person.id and post.is_teaching and work.started_on <= ${ctx.today}::date
        and (work.ended_on is null or work.ended_on >= ${ctx.today}::date))`);
}

/** Teachers of the region by name, a page of 50; nothing until enough letters are typed. */
export async function listCandidates(ctx: Context, input: { search: string; page: number }) {
  if (input.search.length < LEAST_LETTERS) return { total: 0, people: [] };
  const rows = await candidates(ctx)
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'orgUnit.shortName as unitName'])
    .select(
      sql<boolean>`exists (select 1 from educational_route his where his.person_id = person.id
        and his.state = 'active' and his.ended_on >= ${ctx.today}::date)`.as('hasRoute'),
    )
    .select(sql<number>`count(*) over ()`.as('found'))
    .where((eb) => eb.and(searchPatterns(input.search).map((pattern) => eb('person.searchName', 'like', pattern))))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(PAGE_SIZE)
    .offset((input.page - 1) * PAGE_SIZE)
    .execute();
  const people = rows.map(({ id, unitName, hasRoute, ...name }) => ({ id, unitName, hasRoute, name: fullName(name) }));
  return { total: rows[0]?.found ?? 0, people };
}

/** The chosen teacher, or null when out of reach. */
export async function findOptionalCandidate(ctx: Context, id: Id) {
  const row = await candidates(ctx)
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'orgUnit.shortName as unitName'])
    .where('person.id', '=', id)
    .executeTakeFirst();
  return row ? { id: row.id, name: fullName(row), unitName: row.unitName } : null;
}

/** Tutors of a centre in force today whom the actor may assign; the actor alone when he is a tutor there. */
export async function listTutors(ctx: Context, centreId: Id): Promise<{ id: Id; name: string }[]> {
  const seesAll = await canAt(ctx, 'route.assignTutor', centreId);
  const selfId = ctx.actor.kind === 'person' ? ctx.actor.personId : null;
  const rows = await ctx.db
    .selectFrom('roleGrant')
    .innerJoin('person', 'person.id', 'roleGrant.personId')
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('roleGrant.role', '=', 'tutor')
    .where('roleGrant.unitId', '=', centreId)
    .where(sql<boolean>`role_grant.started_on <= ${ctx.today}::date
      and (role_grant.ended_on is null or role_grant.ended_on >= ${ctx.today}::date)`)
    .$if(!seesAll, (query) => query.where('person.id', '=', selfId))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(500)
    .execute();
  return rows.map((row) => ({ id: row.id, name: shortName(row) }));
}

/** Tutors of a route as periods, the latest first, for those who see the whole route. */
export async function listTutorPeriods(ctx: Context, routeId: Id) {
  const rows = await ctx.db
    .selectFrom('routeTutor')
    .innerJoin('educationalRoute', 'educationalRoute.id', 'routeTutor.routeId')
    .innerJoin('person', 'person.id', 'routeTutor.personId')
    .select(['routeTutor.id', 'routeTutor.personId', 'routeTutor.startedOn', 'routeTutor.endedOn'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('routeTutor.routeId', '=', routeId)
    .where(within(ctx, 'route.read'))
    .orderBy('routeTutor.startedOn', 'desc')
    .orderBy('routeTutor.id')
    .limit(100)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...period }) => ({
    ...period,
    name: shortName({ lastName, firstName, middleName }),
    isCurrent: period.startedOn <= ctx.today && (period.endedOn === null || period.endedOn >= ctx.today),
  }));
}
