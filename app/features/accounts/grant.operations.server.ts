import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { roleNames } from '#app/access/roles.text.ts';
import { isRole, type Role } from '#app/access/roles.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays, formatDay } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { notify } from '#app/features/notifications/notice.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { mayGive, ruleAgainstEnding, ruleAgainstPeriod } from './grant.ts';
import { isOneself, type LockedPlace, lockedPlace, mayActorGive } from './grant-reach.server.ts';

/** A role to be given: both days inclusive, `endedOn` null for without an end. */
export interface GrantRole {
  personId: Id;
  role: Role;
  unitId: Id;
  startedOn: Day;
  endedOn: Day | null;
}

/**
 * Gives a role. Throws NotFound when unit or person is out of reach; RuleBroken `grant-to-oneself`, `role-above`,
 * `role-not-for-unit`, `grant-unit-closed`, `grant-starts-before-unit`, `grant-ends-before-start`,
 * `grant-ends-in-past`, `role-grant-overlaps`.
 */
export async function grantRole(ctx: Context, input: GrantRole): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const place = await lockedPlace(tx, input.unitId);
    await assertCanAt(tx, 'grant.manage', input.unitId);
    await assertCan(tx, 'account.invite', input.personId);
    refuseGiving(tx, input, place);
    await assertCan(asGiver(tx, input.role, place), 'account.invite', input.personId);
    const id = newId();
    const { personId, role, unitId, startedOn, endedOn } = input;
    const grantedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const row = { id, personId, role, unitId, regionId: place.regionId, startedOn, endedOn, grantedBy };
    await tx.db.insertInto('roleGrant').values(row).execute();
    const after = { role, startedOn, endedOn };
    const line = { objectKind: 'roleGrant', objectId: id, unitId, regionId: place.regionId, personId };
    await journal(tx, { act: 'grantRole', ...line, after });
    await notify(tx, { personId, kind: 'role-granted', path: paths.home(), details: { role: roleNames[role] } });
    return { id };
  });
}

function refuseGiving(tx: Context, input: GrantRole, place: LockedPlace): void {
  if (isOneself(tx, input.personId)) throw new RuleBroken('grant-to-oneself');
  const refusal = ruleAgainstPeriod(input.role, place, input.startedOn, input.endedOn);
  if (refusal) throw new RuleBroken(refusal, refusal === 'role-not-for-unit' ? 'role' : 'startedOn');
  if (!mayActorGive(tx, input.role, place)) throw new RuleBroken('role-above', 'role');
  const isPast = input.endedOn !== null && input.endedOn < place.localDay;
  if (isPast && tx.actor.kind !== 'system') throw new RuleBroken('grant-ends-in-past', 'endedOn');
}

/** The actor with no other grants than those that allow to give this role here: what reaches the person must be one of them. */
function asGiver(tx: Context, role: Role, place: LockedPlace): Context {
  if (tx.actor.kind !== 'person') return tx;
  const grants = tx.actor.grants.filter((own) => mayGive([own], role, place));
  return { ...tx, actor: { ...tx.actor, grants } };
}

/** Ends a grant on its last day, inclusive, seen at this version. */
export interface EndGrant {
  endedOn: Day;
  version: number;
}

/**
 * Ends a grant on a day; whoever may give a role there may end it. Throws NotFound; StaleWrite; RuleBroken
 * `grant-to-oneself`, `role-above`, `grant-already-ended`, `grant-ends-before-start`, `grant-ends-in-past`.
 */
export async function endGrant(ctx: Context, grantId: Id, input: EndGrant): Promise<void> {
  await transact(ctx, async (tx) => {
    const { grant, place } = await grantToEnd(tx, grantId, input.version);
    await writeEnd(tx, grant, place, input.endedOn);
  });
}

/**
 * Takes a grant away at once: the next request knows nothing of it. The last day is yesterday in the unit's own zone,
 * and the day before the first when it began today or later. Throws as `endGrant`.
 */
export async function withdrawGrant(ctx: Context, grantId: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { grant, place } = await grantToEnd(tx, grantId, input.version);
    const yesterday = addDays(place.localDay, -1);
    const beforeStart = addDays(grant.startedOn, -1);
    await writeEnd(tx, grant, place, beforeStart > yesterday ? beforeStart : yesterday);
  });
}

interface GrantRow {
  id: Id;
  personId: Id;
  role: Role;
  unitId: Id;
  startedOn: Day;
  endedOn: Day | null;
  version: number;
}

async function grantToEnd(tx: Context, id: Id, version: number): Promise<{ grant: GrantRow; place: LockedPlace }> {
  const found = await tx.db.selectFrom('roleGrant').select('unitId').where('id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound('grant');
  const place = await lockedPlace(tx, found.unitId);
  await assertCan(tx, 'grant.manage', id);
  const row = await tx.db
    .selectFrom('roleGrant')
    .select(['id', 'personId', 'role', 'unitId', 'startedOn', 'endedOn', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (!isRole(row.role)) throw new NotFound('grant');
  if (isOneself(tx, row.personId)) throw new RuleBroken('grant-to-oneself');
  if (!mayActorGive(tx, row.role, place)) throw new RuleBroken('role-above');
  if (row.version !== version) throw new StaleWrite(nowStands(row.endedOn, row.version));
  return { grant: { ...row, role: row.role }, place };
}

function nowStands(endedOn: Day | null, version: number): Record<string, string> {
  return { endedOn: endedOn ? formatDay(endedOn) : '', version: String(version) };
}

async function writeEnd(tx: Context, grant: GrantRow, place: LockedPlace, endedOn: Day): Promise<void> {
  const dayBefore = { start: addDays(grant.startedOn, -1), today: addDays(place.localDay, -1) };
  const refusal = ruleAgainstEnding(grant, endedOn, dayBefore);
  if (refusal) throw new RuleBroken(refusal, 'endedOn');
  await tx.db
    .updateTable('roleGrant')
    .set((eb) => ({ endedOn, version: eb('version', '+', 1) }))
    .where('id', '=', grant.id)
    .execute();
  const line = { objectKind: 'roleGrant', objectId: grant.id, unitId: grant.unitId, regionId: place.regionId };
  const before = { role: grant.role, endedOn: grant.endedOn };
  await journal(tx, {
    act: 'endGrant',
    ...line,
    personId: grant.personId,
    before,
    after: { role: grant.role, endedOn },
  });
}
