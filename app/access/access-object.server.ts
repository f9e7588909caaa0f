import { type RawBuilder, sql } from 'kysely';
import type { Day, Id } from '#db/schema.ts';

/** A condition on rows. */
export type Condition = RawBuilder<boolean>;
/** Ids, joined by commas. */
export type List = RawBuilder<unknown>;

/** What an object's rows need for a question of access. Columns are qualified by the object's own table. */
export interface AccessObject {
  /** Table of the object, as aliased in queries. */
  readonly table: string;
  /** Rows that belong to one of the units. */
  readonly inUnits: (units: List, today: Day) => Condition;
  /** Rows that belong to one of the units or to any below. */
  readonly inSubtrees: (units: List, today: Day) => Condition;
  /** Rows that belong to a unit below one of the units, not to that unit itself; only units have it. */
  readonly inBelow?: (units: List) => Condition;
  /** Rows that belong to a municipality in which one of the units stands; only what is offered to neighbours has it. */
  readonly inMunicipalities?: (units: List) => Condition;
  /** Rows that belong to one of the regions. */
  readonly inRegions: (regions: List) => Condition;
  /** Rows that name the actor, by role (`everyone` = any signed-in person); `units` are the units of the role's grants. */
  readonly own: Partial<Record<string, (person: Id, today: Day, units: List) => Condition>>;
  /** Conditions that narrow a reach, by the word after the dot. */
  readonly only?: Partial<Record<string, Condition>>;
}

/** Scope of a table that carries `unit_id` and `region_id`. */
export function institutional(table: string): Pick<AccessObject, 'table' | 'inUnits' | 'inSubtrees' | 'inRegions'> {
  const unit = sql.ref(`${table}.unit_id`);
  return {
    table,
    inUnits: (units) => sql<boolean>`${unit} in (${units})`,
    inSubtrees: (units) => below(unit, units),
    inRegions: (regions) => sql<boolean>`${sql.ref(`${table}.region_id`)} in (${regions})`,
  };
}

/** The unit is one of the others or stands below one. */
export function below(unit: RawBuilder<unknown>, units: List): Condition {
  return sql<boolean>`exists (select 1 from org_unit_ancestor up where up.unit_id = ${unit} and up.ancestor_id in (${units}))`;
}

/** The unit stands in a municipality in which one of the others stands. */
export function nearby(unit: RawBuilder<unknown>, units: List): Condition {
  return sql<boolean>`exists (select 1 from org_unit_ancestor up
    join org_unit town on town.id = up.ancestor_id and town.kind = 'municipality'
    join org_unit_ancestor mine on mine.ancestor_id = up.ancestor_id
    where up.unit_id = ${unit} and mine.unit_id in (${units}))`;
}

/** The unit stands below one of the others. */
export function strictlyBelow(unit: RawBuilder<unknown>, units: List): Condition {
  return sql<boolean>`exists (select 1 from org_unit_ancestor up
    where up.unit_id = ${unit} and up.ancestor_id in (${units}) and up.depth > 0)`;
}

/** No consent to transfer this person's data to the centre was ever given, or one stands (BR-80, 152-FZ article 21). */
export function transferStands(personId: string): Condition {
  return sql<boolean>`coalesce((select bool_or(said.ended_on is null) from personal_consent said
    where said.person_id = ${sql.ref(personId)} and said.purpose = 'centre_transfer'), true)`;
}

/** The person works at the unit today. */
export function worksAt(person: RawBuilder<unknown>, unit: RawBuilder<unknown>, today: Day): Condition {
  return sql<boolean>`exists (select 1 from employment work where work.person_id = ${person} and work.unit_id = ${unit}
    and work.started_on <= ${today}::date and (work.ended_on is null or work.ended_on >= ${today}::date))`;
}

/** The person works at the unit today or holds a role there. */
export function belongsTo(person: RawBuilder<unknown>, unit: RawBuilder<unknown>, today: Day): Condition {
  return sql<boolean>`(${worksAt(person, unit, today)} or exists (select 1 from role_grant held
    where held.person_id = ${person} and held.unit_id = ${unit}
    and held.started_on <= ${today}::date and (held.ended_on is null or held.ended_on >= ${today}::date)))`;
}
