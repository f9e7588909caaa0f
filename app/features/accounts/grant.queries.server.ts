import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { isRole, ROLES, type Role } from '#app/access/roles.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { isUnitKind } from '#app/features/org-units/unit.ts';
import type { Day, Id } from '#db/schema.ts';
import { standsAtKind } from './grant.ts';
import { isOneself, mayActorGive } from './grant-reach.server.ts';

/** A role a person holds or held, as the one who looks after roles sees it. */
export interface GrantLine {
  id: Id;
  role: Role;
  unitId: Id;
  unitName: string;
  startedOn: Day;
  endedOn: Day | null;
  version: number;
  /** In force, to come, or over. */
  state: 'now' | 'later' | 'over';
  /** The actor may end it. */
  mayEnd: boolean;
}

type Row = Omit<GrantLine, 'role' | 'mayEnd'> & {
  role: string;
  personId: Id;
  kind: string;
  above: { id: Id; depth: number }[];
};

const columns = sql`
  role_grant.id, role_grant.role, role_grant.person_id, role_grant.unit_id, place.short_name as unit_name, place.kind,
  role_grant.started_on, role_grant.ended_on, role_grant.version,
  (select json_agg(json_build_object('id', up.ancestor_id, 'depth', up.depth))
    from org_unit_ancestor up where up.unit_id = role_grant.unit_id) as above`;

const stateOn = (today: Day) => sql`
  case when role_grant.ended_on < ${today}::date or place.ended_on < ${today}::date then 'over'
    when role_grant.started_on > ${today}::date then 'later' else 'now' end as state`;

const MOST_GRANTS = 200;

/** Roles of a person within the actor's reach, those in force first, then by the day they began. */
export async function listGrants(ctx: Context, personId: Id): Promise<GrantLine[]> {
  const { rows } = await sql<Row>`
    select ${columns}, ${stateOn(ctx.today)}
    from role_grant join org_unit place on place.id = role_grant.unit_id
    where role_grant.person_id = ${personId} and ${within(ctx, 'grant.manage')}
    order by (role_grant.ended_on < ${ctx.today}::date) is true, role_grant.started_on desc, role_grant.id
    limit ${MOST_GRANTS}
  `.execute(ctx.db);
  return rows.flatMap((row) => lineOf(ctx, row));
}

/** One grant within the actor's reach, with the name of its person. Throws NotFound. */
export async function findGrant(ctx: Context, id: Id): Promise<GrantLine & { personId: Id }> {
  const { rows } = await sql<Row>`
    select ${columns}, ${stateOn(ctx.today)}
    from role_grant join org_unit place on place.id = role_grant.unit_id
    where role_grant.id = ${id} and ${within(ctx, 'grant.manage')}
  `.execute(ctx.db);
  const [row] = rows;
  const [line] = row ? lineOf(ctx, row) : [];
  if (!row || !line) throw new NotFound('grant');
  return { ...line, personId: row.personId };
}

function lineOf(ctx: Context, { above, kind, personId, role, ...row }: Row): GrantLine[] {
  if (!isRole(role)) return [];
  const depths = new Map(above.map((unit) => [unit.id, unit.depth]));
  const mayGive = mayActorGive(ctx, role, { id: row.unitId, kind, depths });
  return [{ ...row, role, mayEnd: row.state !== 'over' && mayGive && !isOneself(ctx, personId) }];
}

/** A unit where the actor may give roles, and which. */
export interface GivingPlace {
  id: Id;
  name: string;
  roles: Role[];
}

const MOST_PLACES = 1000;

/** Units where the actor may give at least one role, by name. */
export async function listGivingPlaces(ctx: Context): Promise<GivingPlace[]> {
  const { rows } = await sql<{ id: Id; name: string; kind: string; above: { id: Id; depth: number }[] }>`
    select org_unit.id, org_unit.name, org_unit.kind,
      (select json_agg(json_build_object('id', up.ancestor_id, 'depth', up.depth))
        from org_unit_ancestor up where up.unit_id = org_unit.id) as above
    from org_unit
    where ${withinUnits(ctx, 'grant.manage')} and (org_unit.ended_on is null or org_unit.ended_on >= ${ctx.today}::date)
    order by org_unit.name, org_unit.id
    limit ${MOST_PLACES}
  `.execute(ctx.db);
  return rows.flatMap(({ id, name, kind, above }) => {
    if (!isUnitKind(kind)) return [];
    const place = { id, kind, depths: new Map(above.map((unit) => [unit.id, unit.depth])) };
    const roles = ROLES.filter((role) => standsAtKind(role, kind) && mayActorGive(ctx, role, place));
    return roles.length > 0 ? [{ id, name, roles }] : [];
  });
}
