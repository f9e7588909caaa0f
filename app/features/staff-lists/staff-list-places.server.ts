import { sql } from 'kysely';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { type NamedUnit, unitNamed } from './organisation-name.ts';
import type { StaffListScope } from './staff-list.ts';

/** A list as far as its places ask. */
export interface ListToPlace {
  id: Id;
  unitId: Id;
  scope: StaffListScope;
}

/**
 * Organisations the people of a list may go to: the list's own one, or those below its municipality; none whose last day
 * is set.
 */
export async function unitsOfList(
  db: Database,
  list: Pick<ListToPlace, 'unitId'>,
): Promise<(NamedUnit & { shortName: string })[]> {
  const { rows } = await sql<{ id: Id; shortName: string; names: string[] }>`
    select org_unit.id, org_unit.short_name, array[org_unit.name, org_unit.short_name] || coalesce((
        select array_agg(known.name) || array_agg(known.short_name) from org_unit_name known where known.unit_id = org_unit.id
      ), '{}') as names
    from org_unit join org_unit_ancestor up on up.unit_id = org_unit.id
    where up.ancestor_id = ${list.unitId} and org_unit.kind = any(${[...ORGANISATION_KINDS]}::text[])
      and org_unit.ended_on is null
    order by org_unit.name, org_unit.id limit 2000
  `.execute(db);
  return rows;
}

/**
 * Notes the organisations the rows name and places those that are recognised. What somebody decided at an earlier check
 * stays. A list of one organisation that names none needs no decision.
 */
export async function noteOrganisations(db: Database, list: ListToPlace): Promise<void> {
  const { rows: named } = await sql<{ name: string; people: number }>`
    select found -> 'person' ->> 'organisation' as name, count(*)::int as people
    from staff_list_row where staff_list_id = ${list.id} and found -> 'person' is not null group by 1
  `.execute(db);
  const units = await unitsOfList(db, list);
  const placed = named
    .filter(({ name }) => name !== '' || list.scope === 'consolidated')
    .map(({ name, people }) => ({ name, people, unit: unitNamed(name, units) }));
  const names = placed.map(({ name }) => name);
  await sql`
    delete from staff_list_organisation where staff_list_id = ${list.id} and name_in_file <> all(${names}::text[])
  `.execute(db);
  await sql`
    insert into staff_list_organisation (staff_list_id, name_in_file, unit_id, people)
    select ${list.id}, said.name, said.unit, said.people
    from unnest(${names}::text[], ${placed.map(({ unit }) => unit)}::uuid[], ${placed.map(({ people }) => people)}::int[])
      as said (name, unit, people)
    on conflict (staff_list_id, name_in_file) do update set people = excluded.people,
      unit_id = case when staff_list_organisation.is_skipped then null
        else coalesce(staff_list_organisation.unit_id, excluded.unit_id) end
  `.execute(db);
}

/** Gives every readable row the organisation decided for the name it carries; without a decision it stays unplaced. */
export async function placeRows(db: Database, list: ListToPlace): Promise<void> {
  await sql`
    update staff_list_row set outcome = 'unplaced', person_id = null, changes = null, refusals = null,
      unit_id = coalesce((
        select decided.unit_id from staff_list_organisation decided
        where decided.staff_list_id = ${list.id} and not decided.is_skipped
          and decided.name_in_file = staff_list_row.found -> 'person' ->> 'organisation'
      ), case when ${list.scope} = 'organisation' and staff_list_row.found -> 'person' ->> 'organisation' = ''
        then ${list.unitId}::uuid end)
    where staff_list_row.staff_list_id = ${list.id} and staff_list_row.found -> 'person' is not null
  `.execute(db);
}
