import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import { shortName } from '../people/person-name.ts';
import type { DeficitRow } from './deficits.ts';

/** Deficits found by diagnosis and not yet closed. */
const openDeficits = sql`(select gap.route_id, gap.area_code from route_deficit gap where gap.closed_on is null)`;

const anyReach = (ctx: Context): RawBuilder<boolean> =>
  sql<boolean>`(${within(ctx, 'deficits.count')} and educational_route.state = 'active')`;

/** People with an open deficit by organisation and area, within the actor's reach, organisations by name. */
export async function listDeficits(ctx: Context): Promise<DeficitRow[]> {
  const { rows } = await sql<Counted>`
    select org_unit.id, org_unit.short_name as name, deficit.area_code,
      count(deficit.route_id)::integer as people,
      (count(deficit.route_id) filter (where ${within(ctx, 'route.read')}))::integer as known
    from educational_route
    join org_unit on org_unit.id = educational_route.unit_id
    left join ${openDeficits} deficit on deficit.route_id = educational_route.id
    where ${anyReach(ctx)}
    group by org_unit.id, org_unit.short_name, deficit.area_code
    order by org_unit.short_name, org_unit.id
  `.execute(ctx.db);
  return schoolsOf(rows);
}

/**
 * Mentees whose open request for a mentor names an area as difficult, by organisation, where the actor counts by role;
 * nobody of them is known by name here. A request is this program's case, its areas are the case's rubrics. Source: M-38.
 */
export async function listRequestedAreas(ctx: Context): Promise<DeficitRow[]> {
  const { rows } = await sql<Counted>`
    select org_unit.id, org_unit.short_name as name, request_area.area_code,
      count(distinct mentoring_request.person_id)::integer as people, 0 as known
    from mentoring_request
    join request_area on request_area.request_id = mentoring_request.id
    join org_unit on org_unit.id = mentoring_request.unit_id
    where mentoring_request.state = 'open' and ${withinUnits(ctx, 'deficits.count')}
    group by org_unit.id, org_unit.short_name, request_area.area_code
    order by org_unit.short_name, org_unit.id
  `.execute(ctx.db);
  return schoolsOf(rows);
}

interface Counted {
  id: Id;
  name: string;
  areaCode: Area | null;
  people: number;
  known: number;
}

function schoolsOf(rows: readonly Counted[]): DeficitRow[] {
  const schools = new Map<Id, DeficitRow>();
  for (const row of rows) {
    const school = schools.get(row.id) ?? { id: row.id, name: row.name, areas: new Map() };
    if (row.areaCode) school.areas.set(row.areaCode, { people: row.people, known: row.known });
    schools.set(row.id, school);
  }
  return [...schools.values()];
}

/** The organisation of a cell: one the actor counts in, or where he accompanies somebody. Throws NotFound. */
export async function findCountedUnit(ctx: Context, unitId: Id): Promise<{ id: Id; name: string }> {
  const unit = await ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName as name'])
    .where('orgUnit.id', '=', unitId)
    .where(
      sql<boolean>`(${withinUnits(ctx, 'deficits.count')} or exists (select 1 from educational_route
        where educational_route.unit_id = org_unit.id and ${within(ctx, 'route.accompany')}))`,
    )
    .executeTakeFirst();
  if (!unit) throw new NotFound('unit');
  return unit;
}

/** People of an organisation with an open deficit in the area whose whole route the actor reads, by name. */
export async function listPeopleWithDeficit(ctx: Context, unitId: Id, area: Area) {
  const rows = await ctx.db
    .selectFrom('educationalRoute')
    .innerJoin('person', 'person.id', 'educationalRoute.personId')
    .select(['educationalRoute.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where('educationalRoute.unitId', '=', unitId)
    .where('educationalRoute.state', '=', 'active')
    .where(within(ctx, 'deficits.count'))
    .where(within(ctx, 'route.read'))
    .where(
      sql<boolean>`exists (select 1 from ${openDeficits} deficit
        where deficit.route_id = educational_route.id and deficit.area_code = ${area})`,
    )
    .orderBy('person.searchName')
    .orderBy('educationalRoute.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({ id: row.id, owner: shortName(row) }));
}

/** Narrows a word of the address to an area. Throws NotFound. */
export function areaOfAddress(word: string): Area {
  const found = AREAS.find((area) => area === word);
  if (!found) throw new NotFound('area');
  return found;
}
