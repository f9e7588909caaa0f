import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { Forbidden } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, daysBetween, formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { markMonitoringDirty, markMonitoringDirtyAll } from '#app/features/journal/monitoring-mark.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { isOrganisation, type UnitKind } from './unit.ts';
import { lifeAfter } from './unit-life.server.ts';
import { ruleAgainstAdding, ruleAgainstChange, ruleAgainstClosing, ruleAgainstMoving } from './unit-rules.ts';
import {
  currentSince,
  holdTreeOf,
  isWithinSubtree,
  lockedUnit,
  parentUnit,
  plantUnit,
  replantSubtree,
  type StoredUnit,
} from './unit-tree.server.ts';

/** What a new unit needs; `parentId` is null only for the federation, which only the system adds. */
export interface AddUnit {
  parentId: Id | null;
  kind: UnitKind;
  name: string;
  shortName: string;
  startedOn: Day;
  /** IANA zone; without it the parent's. */
  timeZone?: string | undefined;
}

/**
 * Adds a unit under a parent. Throws NotFound outside the actor's `unit.add`; RuleBroken `kind-not-under-parent`,
 * `parent-closed`, `starts-before-parent`, `org-unit-one-federation`.
 */
export async function addUnit(
  ctx: Context,
  input: AddUnit,
  onceKey: string | null = null,
): Promise<{ id: Id; regionId: Id | null }> {
  return transact(ctx, async (tx) => {
    const parent = await parentForNew(tx, input.parentId);
    return once(tx, onceKey, input, () => insertUnit(tx, input, parent));
  });
}

async function insertUnit(
  tx: Context,
  input: AddUnit,
  parent: StoredUnit | null,
): Promise<{ id: Id; regionId: Id | null }> {
  const refusal = ruleAgainstAdding(input.kind, input.startedOn, parent);
  if (refusal) throw new RuleBroken(refusal, refusal === 'kind-not-under-parent' ? 'kind' : 'startedOn');
  const id = newId();
  const regionId = input.kind === 'region' ? id : (parent?.regionId ?? null);
  const { kind, name, shortName, startedOn } = input;
  const timeZone = input.timeZone ?? parent?.timeZone;
  const row = { id, kind, name, shortName, parentId: input.parentId, regionId, startedOn };
  await tx.db
    .insertInto('orgUnit')
    .values(timeZone ? { ...row, timeZone } : row)
    .execute();
  await tx.db.insertInto('orgUnitName').values({ id: newId(), unitId: id, name, shortName, startedOn }).execute();
  if (input.parentId) {
    const place = { id: newId(), unitId: id, parentId: input.parentId, startedOn };
    await tx.db.insertInto('orgUnitParent').values(place).execute();
  }
  await plantUnit(tx, id, input.parentId);
  if (isOrganisation(kind)) await markMonitoringDirty(tx, id);
  const after = { kind, name, shortName, parentId: input.parentId, startedOn };
  await journal(tx, { act: 'addUnit', objectKind: 'orgUnit', objectId: id, unitId: id, regionId, after });
  return { id, regionId };
}

async function parentForNew(tx: Context, parentId: Id | null): Promise<StoredUnit | null> {
  if (parentId === null) {
    if (tx.actor.kind !== 'system') throw new Forbidden('unit.add');
    return null;
  }
  await holdTreeOf(tx, parentId);
  const parent = await parentUnit(tx, parentId);
  await assertCanAt(tx, 'unit.add', parentId);
  return parent;
}

/** A new name from a day on. */
export interface RenameUnit {
  name: string;
  shortName: string;
  from: Day;
  version: number;
}

/**
 * Renames a unit from a day; the same day as the current name corrects it. Throws NotFound, Forbidden; StaleWrite;
 * RuleBroken `unit-closed`, `change-in-future`, `change-before-current`.
 */
export async function renameUnit(ctx: Context, id: Id, input: RenameUnit): Promise<void> {
  await transact(ctx, async (tx) => {
    const unit = await lockedUnit(tx, id);
    await assertCan(tx, 'unit.manage', id);
    refuseStale(unit, input.version, { name: unit.name, shortName: unit.shortName });
    const since = await currentSince(tx, id);
    const refusal = ruleAgainstChange(unit, input.from, since.name, tx.today);
    if (refusal) throw new RuleBroken(refusal, 'from');
    const { name, shortName, from } = input;
    const current = tx.db.updateTable('orgUnitName').where('unitId', '=', id).where('endedOn', 'is', null);
    if (from === since.name) {
      await current.set({ name, shortName }).execute();
    } else {
      await current.set({ endedOn: addDays(from, -1) }).execute();
      const period = { id: newId(), unitId: id, name, shortName, startedOn: from };
      await tx.db.insertInto('orgUnitName').values(period).execute();
    }
    await saveUnit(tx, unit, { name, shortName });
    await journalChange(
      tx,
      'renameUnit',
      unit,
      { name: unit.name, shortName: unit.shortName },
      { name, shortName, from },
    );
  });
}

/** A new place from a day on. */
export interface MoveUnit {
  parentId: Id;
  from: Day;
  version: number;
}

/**
 * Moves a unit with everything below it under another parent of the same region. The actor must manage the unit and be
 * able to add under both parents. Throws NotFound, Forbidden; StaleWrite; RuleBroken `already-there`,
 * `moves-under-itself`, `moves-to-another-region`, `region-stays`, `kind-not-under-parent`, `parent-closed`,
 * `starts-before-parent`, `unit-closed`, `change-in-future`, `change-before-current`.
 */
export async function moveUnit(ctx: Context, id: Id, input: MoveUnit): Promise<void> {
  await transact(ctx, async (tx) => {
    await holdTreeOf(tx, id);
    await assertCan(tx, 'unit.manage', id);
    const isBelow = await isWithinSubtree(tx, id, input.parentId);
    const parent = isBelow ? null : await parentUnit(tx, input.parentId);
    const unit = await lockedUnit(tx, id);
    if (unit.parentId) await assertCanAt(tx, 'unit.add', unit.parentId);
    await assertCanAt(tx, 'unit.add', input.parentId);
    refuseStale(unit, input.version, { parentId: unit.parentId ?? '' });
    if (unit.parentId === input.parentId) throw new RuleBroken('already-there', 'parentId');
    const refusal = ruleAgainstMoving(unit, parent ?? unit, isBelow, input.from);
    if (refusal) throw new RuleBroken(refusal, refusal === 'starts-before-parent' ? 'from' : 'parentId');
    const since = (await currentSince(tx, id)).parent ?? unit.startedOn;
    const early = ruleAgainstChange(unit, input.from, since, tx.today);
    if (early) throw new RuleBroken(early, 'from');
    await writePlace(tx, id, input, since);
    await replantSubtree(tx, id, input.parentId);
    await saveUnit(tx, unit, { parentId: input.parentId });
    await markMonitoringDirtyAll(tx, [id, input.parentId, ...(unit.parentId ? [unit.parentId] : [])]);
    await journalChange(
      tx,
      'moveUnit',
      unit,
      { parentId: unit.parentId },
      { parentId: input.parentId, from: input.from },
    );
  });
}

async function writePlace(tx: Context, unitId: Id, { parentId, from }: MoveUnit, since: Day): Promise<void> {
  const current = tx.db.updateTable('orgUnitParent').where('unitId', '=', unitId).where('endedOn', 'is', null);
  if (from === since) {
    await current.set({ parentId }).execute();
    return;
  }
  await current.set({ endedOn: addDays(from, -1) }).execute();
  await tx.db.insertInto('orgUnitParent').values({ id: newId(), unitId, parentId, startedOn: from }).execute();
}

/** The last day of a unit. */
export interface CloseUnit {
  endedOn: Day;
  version: number;
}

/**
 * Closes a unit on its last day, inclusive; grants there end with it by themselves. Throws NotFound, Forbidden;
 * StaleWrite; RuleBroken `unit-closed`, `ends-before-start`, `ends-too-late`, `children-open`, `people-employed`,
 * `mentorships-live`, `routes-open`.
 */
export async function closeUnit(ctx: Context, id: Id, input: CloseUnit): Promise<void> {
  await transact(ctx, async (tx) => {
    await holdTreeOf(tx, id);
    const unit = await lockedUnit(tx, id);
    await assertCan(tx, 'unit.manage', id);
    refuseStale(unit, input.version, { endedOn: unit.endedOn ? formatDay(unit.endedOn) : '' });
    if (unit.endedOn !== null) throw new RuleBroken('unit-closed', 'endedOn');
    const since = await currentSince(tx, id);
    const latest = since.parent !== null && since.parent > since.name ? since.parent : since.name;
    const life = await lifeAfter(tx, id, input.endedOn);
    const ahead = daysBetween(tx.today, input.endedOn);
    const refusal = ruleAgainstClosing(unit, input.endedOn, latest, ahead, life);
    if (refusal) throw new RuleBroken(refusal, 'endedOn');
    const ended = { endedOn: input.endedOn };
    await tx.db.updateTable('orgUnitName').set(ended).where('unitId', '=', id).where('endedOn', 'is', null).execute();
    await tx.db.updateTable('orgUnitParent').set(ended).where('unitId', '=', id).where('endedOn', 'is', null).execute();
    await saveUnit(tx, unit, ended);
    if (isOrganisation(unit.kind)) await markMonitoringDirty(tx, id);
    await journalChange(tx, 'closeUnit', unit, {}, ended);
  });
}

function refuseStale(unit: StoredUnit, version: number, theirs: Record<string, string>): void {
  if (unit.version !== version) throw new StaleWrite({ ...theirs, version: String(unit.version) });
}

async function saveUnit(
  tx: Context,
  unit: StoredUnit,
  changed: Partial<{ name: string; shortName: string; parentId: Id; endedOn: Day }>,
): Promise<void> {
  await tx.db
    .updateTable('orgUnit')
    .set((eb) => ({ ...changed, version: eb('version', '+', 1) }))
    .where('id', '=', unit.id)
    .execute();
}

async function journalChange(
  tx: Context,
  act: string,
  unit: StoredUnit,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): Promise<void> {
  const { id, regionId } = unit;
  await journal(tx, { act, objectKind: 'orgUnit', objectId: id, unitId: id, regionId, before, after });
}
