import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { isOrganisation } from '#app/features/org-units/unit.ts';
import type { Day, Id } from '#db/schema.ts';
import {
  type Component,
  type ContourUnit,
  formVersion,
  type GroundKind,
  type Place,
  ruleAgainstPlacing,
} from './contour.ts';

/** An organisation and one of its components, held for an act, with the component's locked history. */
export interface HeldComponent {
  unit: ContourUnit & { id: Id; regionId: Id | null; shortName: string };
  component: Pick<Component, 'code' | 'name' | 'mayBeOutside'>;
  /** The last period of the history. */
  latest: { id: Id; place: string; startedOn: Day; endedOn: Day | null; version: number } | undefined;
  /** Version of the component's forms. */
  version: number;
}

/**
 * Holds the organisation open and its component's history still. Two acts upon a component without any history do not
 * wait here: the second one meets the constraint `component_location_overlaps`. Throws NotFound.
 */
export async function heldComponent(tx: Context, unitId: Id, code: string): Promise<HeldComponent> {
  const unit = await tx.db
    .selectFrom('orgUnit')
    .select(['id', 'kind', 'regionId', 'shortName', 'startedOn', 'endedOn'])
    .where('id', '=', unitId)
    .forKeyShare()
    .executeTakeFirst();
  if (!unit || !isOrganisation(unit.kind)) throw new NotFound('contour');
  const components = tx.db.selectFrom('structuralComponent').select(['code', 'name', 'mayBeOutside']);
  const component = await components.where('code', '=', code).executeTakeFirst();
  if (!component) throw new NotFound('component');
  const periods = await tx.db
    .selectFrom('componentLocation')
    .select(['id', 'place', 'startedOn', 'endedOn', 'version'])
    .where('unitId', '=', unitId)
    .where('componentCode', '=', code)
    .orderBy('startedOn')
    .forUpdate()
    .execute();
  return { unit, component, latest: periods.at(-1), version: formVersion(periods) };
}

/** Refuses a form that was opened before somebody else placed the component. Throws StaleWrite. */
export function refuseStale(held: HeldComponent, version: number): void {
  if (held.version === version) return;
  const { latest } = held;
  throw new StaleWrite({ ...(latest ? { from: formatDay(latest.startedOn) } : {}), version: String(held.version) });
}

/** Where a component stands from a day on, and who provides it on what ground. */
export interface NewLocation {
  place: Place;
  providerUnitId: Id | null;
  providerName: string | null;
  groundKind: GroundKind;
  ground: string | null;
  agreementId: Id | null;
  offerId: Id | null;
  startedOn: Day;
  endedOn: Day | null;
}

/**
 * Writes a location and ends the one before on the day before; from the very day of the last one it corrects that one.
 * Gives the row's id. Throws RuleBroken with the codes of `ruleAgainstPlacing`.
 */
export async function writeLocation(tx: Context, held: HeldComponent, location: NewLocation): Promise<Id> {
  const { unit, component, latest } = held;
  const from = location.startedOn;
  const refusal = ruleAgainstPlacing(location.place, from, { component, unit, latest, today: tx.today });
  if (refusal) throw new RuleBroken(refusal, 'from');
  const rows = tx.db.updateTable('componentLocation');
  if (latest && latest.startedOn === from) {
    await rows
      .set((eb) => ({ ...location, endReason: null, version: eb('version', '+', 1) }))
      .where('id', '=', latest.id)
      .execute();
    return latest.id;
  }
  if (latest && (latest.endedOn === null || latest.endedOn >= from)) {
    await rows
      .set((eb) => ({ endedOn: addDays(from, -1), endReason: null, version: eb('version', '+', 1) }))
      .where('id', '=', latest.id)
      .execute();
  }
  const id = newId();
  await tx.db
    .insertInto('componentLocation')
    .values({
      id,
      unitId: unit.id,
      regionId: unit.regionId,
      componentCode: component.code,
      createdAt: tx.now,
      ...location,
    })
    .execute();
  return id;
}
