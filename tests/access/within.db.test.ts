import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import type { Actor, Grant } from '#app/access/actor.ts';
import { assertCan, assertCanAt, can, canAt, unitsWhere } from '#app/access/can.server.ts';
import { objects } from '#app/access/objects.server.ts';
import { type Permission, policy } from '#app/access/policy.ts';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { ROLES, type Role } from '#app/access/roles.ts';
import { objectOf, within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, grant, hire, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;

beforeAll(async () => {
  world = await buildWorld(db);
});

const permissions = Object.keys(policy).filter((name): name is Permission => name in policy);

/** Ids of the object's rows within the actor's reach. */
async function reachOf(ctx: Context, permission: Permission): Promise<Id[]> {
  const { table } = objectOf(permission);
  const { rows } = await sql<{ id: Id }>`
    select ${sql.ref(`${table}.id`)} as id from ${sql.table(table)} where ${within(ctx, permission)}`.execute(db);
  return rows.map((row) => row.id);
}

test('every line of the policy becomes a condition the database understands', async () => {
  const grants: Grant[] = ROLES.map((role) => ({ id: role, role, unitId: world.school, regionId: world.region }));
  const actor: Actor = { kind: 'person', personId: await hire(world, world.school), accountId: 'a', grants };
  const reached: string[] = [];
  for (const permission of permissions) {
    if (objectOf(permission).table === 'mentor_profile') continue;
    await reachOf({ ...world.system, actor }, permission);
    reached.push(permission);
  }
  expect(reached.length).toBeGreaterThan(30);
});

test('the system reaches everything, nobody reaches nothing', async () => {
  await hire(world, world.school);
  const anonymous: Context = { ...world.system, actor: { kind: 'anonymous' } };
  expect((await reachOf(world.system, 'person.read')).length).toBeGreaterThan(0);
  for (const permission of ['person.read', 'unit.read', 'grant.manage'] as const) {
    expect(await reachOf(anonymous, permission)).toEqual([]);
  }
});

test('a unit reaches its own rows, a subtree all below, a region the whole region', async () => {
  const here = await hire(world, world.school);
  const beside = await hire(world, world.sibling);
  const abroad = await hire(world, world.foreignSchool);
  const curator = await actorWith(world, 'curator', world.school);
  const read = await reachOf(curator, 'person.read');
  expect(read).toContain(here);
  expect(read).not.toContain(beside);
  expect(read).not.toContain(abroad);
  const coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
  const units = await reachOf(coordinator, 'monitoring.read');
  expect(units.sort()).toEqual([world.municipality, world.school, world.sibling].sort());
  const centreHead = await actorWith(world, 'centreHead', world.centre);
  expect(await reachOf(centreHead, 'monitoring.read')).toContain(world.farSchool);
  expect(await reachOf(centreHead, 'monitoring.read')).not.toContain(world.foreignSchool);
});

test('what is strictly below leaves out the own unit', async () => {
  const administrator = await actorWith(world, 'administrator', world.municipality);
  expect((await reachOf(administrator, 'unit.manage')).sort()).toEqual([world.school, world.sibling].sort());
  expect(await reachOf(administrator, 'unit.add')).toContain(world.municipality);
});

test('a role narrowed to one unit never reaches through another role elsewhere', async () => {
  const both = await hire(world, world.school);
  await grant(world, both, 'curator', world.school);
  await grant(world, both, 'mentor', world.sibling);
  const read = await reachOf(await as(world, both), 'person.read');
  const atSibling = await hire(world, world.sibling);
  expect(read).not.toContain(atSibling);
  expect(await canAt(await as(world, both), 'matching.run', world.sibling)).toBe(false);
  expect(await canAt(await as(world, both), 'matching.run', world.school)).toBe(true);
});

test('missing and foreign are the same, readable but forbidden is told', async () => {
  const psychologist = await actorWith(world, 'psychologist', world.school);
  const mine = await hire(world, world.school);
  const foreign = await hire(world, world.foreignSchool);
  await expect(assertCan(psychologist, 'person.manage', mine)).rejects.toBeInstanceOf(Forbidden);
  await expect(assertCan(psychologist, 'person.manage', foreign)).rejects.toBeInstanceOf(NotFound);
  await expect(assertCan(psychologist, 'person.manage', crypto.randomUUID())).rejects.toBeInstanceOf(NotFound);
  await expect(assertCanAt(psychologist, 'person.manage', world.school)).rejects.toBeInstanceOf(NotFound);
  expect(await can(psychologist, 'person.read', mine)).toBe(true);
});

test('acts are offered only at units that are open', async () => {
  const administrator = await actorWith(world, 'administrator', world.otherMunicipality);
  expect(await unitsWhere(administrator, 'grant.manage')).toContain(world.farSchool);
  await db.updateTable('orgUnit').set({ endedOn: '2026-11-21' }).where('id', '=', world.farSchool).execute();
  expect(await unitsWhere(administrator, 'grant.manage')).not.toContain(world.farSchool);
});

test('a grant at a closed unit, a grant that is over and one to come give nothing', async () => {
  const roles: [Role, Id, string, string | null][] = [
    ['head', world.farSchool, '2020-09-01', null],
    ['head', world.school, '2020-09-01', '2026-11-21'],
    ['head', world.sibling, '2026-11-23', null],
  ];
  const personId = await hire(world, world.school);
  for (const [role, unitId, startedOn, endedOn] of roles) {
    const row = { id: crypto.randomUUID(), personId, role, unitId, regionId: world.region, startedOn, endedOn };
    await db.insertInto('roleGrant').values(row).execute();
  }
  const ctx = await as(world, personId);
  expect(ctx.actor.kind === 'person' ? ctx.actor.grants : null).toEqual([]);
});

test('a person works for two organisations and is read by both curators', async () => {
  const personId = await hire(world, world.school);
  const second = { id: crypto.randomUUID(), personId, unitId: world.sibling, regionId: world.region };
  await db
    .insertInto('employment')
    .values({ ...second, postCode: 'teacher', subject: 'физика', startedOn: '2026-09-01' })
    .execute();
  expect(await can(await actorWith(world, 'curator', world.school), 'person.read', personId)).toBe(true);
  expect(await can(await actorWith(world, 'curator', world.sibling), 'person.read', personId)).toBe(true);
});

test('every object of access names a table that exists', async () => {
  for (const { table } of Object.values(objects)) {
    const { rows } = await sql<{ there: boolean }>`select to_regclass(${table}) is not null as there`.execute(db);
    expect([table, rows[0]?.there]).toEqual([table, true]);
  }
});
