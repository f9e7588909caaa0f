import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Day, Id } from '#db/schema.ts';
import { type ComponentState, formVersion, gapReason, groundKindOf, placeOf } from './contour.ts';
import { groundOf, isInForce, locations, providerOf } from './contour-state.server.ts';

/** An organisation whose contours may be read, with what the viewer may do there. Throws NotFound. */
export async function findContourUnit(ctx: Context, unitId: Id) {
  const row = await ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName as name', 'orgUnit.startedOn', 'orgUnit.endedOn'])
    .select([
      within(ctx, 'contour.place').as('mayPlace'),
      within(ctx, 'contour.hint').as('seesHints'),
      within(ctx, 'contour.offer').as('mayOffer'),
      withinUnits(ctx, 'agreement.manage').as('keepsAgreements'),
    ])
    .where('orgUnit.id', '=', unitId)
    .where('orgUnit.kind', 'in', [...ORGANISATION_KINDS])
    .where(within(ctx, 'contour.read'))
    .executeTakeFirst();
  if (!row) throw new NotFound('contour');
  return { ...row, areaId: await findOptionalArea(ctx, unitId) };
}

/** The area right above an organisation, when its picture may be read. */
async function findOptionalArea(ctx: Context, unitId: Id): Promise<Id | null> {
  const area = await ctx.db
    .selectFrom('orgUnit')
    .innerJoin('orgUnitAncestor as up', 'up.ancestorId', 'orgUnit.id')
    .select('orgUnit.id')
    .where('up.unitId', '=', unitId)
    .where('orgUnit.kind', 'in', ['municipality', 'region'])
    .where(within(ctx, 'contour.read'))
    .orderBy('up.depth')
    .limit(1)
    .executeTakeFirst();
  return area?.id ?? null;
}

/** Where the actor's reach begins: organisations and areas that stand under no other of his. */
export async function listTopContours(ctx: Context): Promise<{ id: Id; name: string; kind: string }[]> {
  const { rows } = await sql<{ id: Id; name: string; kind: string }>`
    select org_unit.id, org_unit.name, org_unit.kind from org_unit
    where ${within(ctx, 'contour.read')}
      and org_unit.kind in (${sql.join(['municipality', 'region', ...ORGANISATION_KINDS])})
      and (org_unit.ended_on is null or org_unit.ended_on >= ${ctx.today}::date)
      and not exists (select 1 from org_unit_ancestor up where up.unit_id = org_unit.id and up.depth > 0
        and up.ancestor_id in (select org_unit.id from org_unit where ${within(ctx, 'contour.read')}))
    order by org_unit.name, org_unit.id
    limit ${PAGE_SIZE}
  `.execute(ctx.db);
  return rows;
}

/** The actor's own organisations with gaps today, each with the short names of what it lacks; by name, at most `most`. */
export async function listOwnGaps(ctx: Context, most: number): Promise<{ id: Id; missing: string[] }[]> {
  const inForce = locations(ctx)
    .select('componentLocation.id')
    .where(sql<boolean>`component_location.unit_id = org_unit.id`)
    .where(sql<boolean>`component_location.component_code = structural_component.code`)
    .where(isInForce(ctx.today));
  const { rows } = await sql<{ id: Id; missing: string[] }>`
    select org_unit.id, array_agg(structural_component.short_name order by structural_component.position) as missing
    from org_unit cross join structural_component
    where ${within(ctx, 'contour.place')} and org_unit.kind in (${sql.join([...ORGANISATION_KINDS])})
      and (org_unit.ended_on is null or org_unit.ended_on >= ${ctx.today}::date) and not exists (${inForce})
    group by org_unit.id
    order by org_unit.short_name, org_unit.id
    limit ${most}
  `.execute(ctx.db);
  return rows;
}

interface StateRow {
  code: string;
  name: string;
  shortName: string;
  about: string;
  mayBeOutside: boolean;
  place: string | null;
  provider: string | null;
  startedOn: Day | null;
  endedOn: Day | null;
  groundKind: string | null;
  ground: string | null;
  providerEndedOn: Day | null;
  agreementStartedOn: Day | null;
  agreementEndedOn: Day | null;
}

/** Every component of an organisation as it stood on the day, in the order of the directory. */
export async function listComponentStates(ctx: Context, unitId: Id, day: Day): Promise<ComponentState[]> {
  const latest = locations(ctx)
    .select(['componentLocation.place', 'componentLocation.startedOn', 'componentLocation.endedOn'])
    .select(['componentLocation.groundKind', groundOf.as('ground'), providerOf.as('provider')])
    .select('provider.endedOn as providerEndedOn')
    .select(['agreement.startedOn as agreementStartedOn', 'agreement.endedOn as agreementEndedOn'])
    .where(sql<boolean>`component_location.unit_id = org_unit.id`)
    .where(sql<boolean>`component_location.component_code = structural_component.code`)
    .where('componentLocation.startedOn', '<=', day)
    .orderBy('componentLocation.startedOn', 'desc')
    .limit(1);
  const { rows } = await sql<StateRow>`
    select structural_component.code, structural_component.name, structural_component.short_name,
      structural_component.about, structural_component.may_be_outside, stands.*
    from org_unit cross join structural_component left join lateral (${latest}) stands on true
    where org_unit.id = ${unitId} and ${within(ctx, 'contour.read')}
    order by structural_component.position
  `.execute(ctx.db);
  return rows.map((row) => stateOf(row, day));
}

function stateOf(row: StateRow, day: Day): ComponentState {
  const { providerEndedOn, agreementStartedOn, agreementEndedOn, place, startedOn, endedOn, groundKind, ...rest } = row;
  const leans = { providerEndedOn, agreementStartedOn, agreementEndedOn };
  const gap = gapReason(startedOn === null ? null : { startedOn, endedOn, ...leans }, day);
  return {
    ...rest,
    startedOn,
    endedOn,
    gap,
    place: gap ? null : placeOf(place),
    groundKind: groundKind === null ? null : groundKindOf(groundKind),
  };
}

/** One component of an organisation on the day. Throws NotFound. */
export async function findComponentState(ctx: Context, unitId: Id, code: string, day: Day): Promise<ComponentState> {
  const states = await listComponentStates(ctx, unitId, day);
  const found = states.find((state) => state.code === code);
  if (!found) throw new NotFound('component');
  return found;
}

/** The history of a component, the latest first, and the version of its forms. */
export async function listLocations(ctx: Context, unitId: Id, code: string) {
  const rows = await locations(ctx)
    .innerJoin('orgUnit', 'orgUnit.id', 'componentLocation.unitId')
    .select(['componentLocation.id', 'componentLocation.place', 'componentLocation.version'])
    .select(['componentLocation.startedOn', 'componentLocation.endedOn', 'componentLocation.endReason'])
    .select(['componentLocation.groundKind', groundOf.as('ground'), providerOf.as('provider')])
    .where('componentLocation.unitId', '=', unitId)
    .where('componentLocation.componentCode', '=', code)
    .where(within(ctx, 'contour.read'))
    .orderBy('componentLocation.startedOn', 'desc')
    .limit(MOST_PERIODS)
    .execute();
  const periods = rows.map(({ version: _, ...row }) => ({
    ...row,
    place: placeOf(row.place),
    groundKind: groundKindOf(row.groundKind),
  }));
  return { version: formVersion(rows), periods };
}

const MOST_PERIODS = 500;
