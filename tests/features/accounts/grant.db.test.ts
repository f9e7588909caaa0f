import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { ROLES, type Role } from '#app/access/roles.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { endGrant, grantRole, withdrawGrant } from '#app/features/accounts/grant.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let head: Context & { personId: Id };

beforeAll(async () => {
  world = await buildWorld(db);
  head = await actorWith(world, 'head', world.school);
});

const give = (ctx: Context, personId: Id, role: Role, unitId: Id) =>
  grantRole(ctx, { personId, role, unitId, startedOn: TODAY, endedOn: null });

test('the head gives a role in the own organisation, once journalled, and the person is told', async () => {
  const personId = await hire(world, world.school);
  const { id } = await give(head, personId, 'curator', world.school);
  const lines = await db.selectFrom('journalEntry').select(['act', 'actorId']).where('objectId', '=', id).execute();
  expect(lines).toEqual([{ act: 'grantRole', actorId: head.personId }]);
  const told = await db.selectFrom('notice').select('kind').where('personId', '=', personId).execute();
  expect(told).toEqual([{ kind: 'role-granted' }]);
});

test('units and people out of reach do not exist for the one who gives', async () => {
  const mine = await hire(world, world.school);
  const foreign = await hire(world, world.foreignSchool);
  await expect(give(head, mine, 'mentor', world.sibling)).rejects.toBeInstanceOf(NotFound);
  await expect(give(head, mine, 'mentor', world.foreignSchool)).rejects.toBeInstanceOf(NotFound);
  await expect(give(head, foreign, 'mentor', world.school)).rejects.toBeInstanceOf(NotFound);
  const mentor = await actorWith(world, 'mentor', world.school);
  await expect(give(mentor, mine, 'mentee', world.school)).rejects.toBeInstanceOf(NotFound);
});

test('nobody gives above himself, to himself, or a role that does not stand there', async () => {
  const personId = await hire(world, world.school);
  await expect(give(head, personId, 'head', world.school)).rejects.toThrow('role-above');
  await expect(give(head, personId, 'administrator', world.school)).rejects.toThrow('role-above');
  await expect(give(head, head.personId, 'mentor', world.school)).rejects.toThrow('grant-to-oneself');
  await expect(give(head, personId, 'tutor', world.school)).rejects.toThrow('role-not-for-unit');
});

test('the same role there twice on the same days is refused, also when given by two at once', async () => {
  const personId = await hire(world, world.school);
  const results = await Promise.allSettled(
    Array.from({ length: 4 }, () => give(head, personId, 'mentor', world.school)),
  );
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  for (const result of results) {
    if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'role-grant-overlaps' });
  }
});

test('who may not give a role may not end it; a stale version is refused', async () => {
  const curator = await actorWith(world, 'curator', world.school);
  const other = await hire(world, world.school);
  const psychologist = await grant(world, other, 'psychologist', world.school);
  await expect(withdrawGrant(curator, psychologist, { version: 1 })).rejects.toThrow('role-above');
  await expect(withdrawGrant(head, psychologist, { version: 2 })).rejects.toThrow('stale');
  await expect(endGrant(head, psychologist, { endedOn: '2026-11-01', version: 1 })).rejects.toThrow(
    'grant-ends-in-past',
  );
  await endGrant(head, psychologist, { endedOn: '2026-12-31', version: 1 });
  const foreign = await grant(world, await hire(world, world.foreignSchool), 'mentor', world.foreignSchool);
  await expect(withdrawGrant(head, foreign, { version: 1 })).rejects.toBeInstanceOf(NotFound);
});

test('a withdrawn role is gone on the next request', async () => {
  const personId = await hire(world, world.school);
  const role = await grant(world, personId, 'curator', world.school);
  expect((await site.get(paths.accounts(), { as: personId })).status).toBe(200);
  await withdrawGrant(head, role, { version: 1 });
  expect((await site.get(paths.accounts(), { as: personId })).status).toBe(404);
});

test('an act under way never outlives the withdrawal of the role it stands on', async () => {
  for (let round = 0; round < 15; round += 1) {
    const actorId = await hire(world, world.school);
    const role = await grant(world, actorId, 'curator', world.school);
    const curator = await as(world, actorId);
    const personId = await hire(world, world.school);
    const [given, withdrawn] = await Promise.allSettled([
      give(curator, personId, 'mentee', world.school),
      withdrawGrant(head, role, { version: 1 }),
    ]);
    expect(withdrawn.status).toBe('fulfilled');
    if (given.status === 'rejected') expect(given.reason).toBeInstanceOf(NotFound);
    const lines = await db
      .selectFrom('journalEntry')
      .select('objectId')
      .where('objectId', 'in', [role, given.status === 'fulfilled' ? given.value.id : role])
      .where('act', 'in', ['grantRole', 'endGrant'])
      .where('actorId', 'in', [actorId, head.personId])
      .orderBy('id')
      .execute();
    // Both write under the lock of the giver's grant: a role given must have been written before the withdrawal.
    expect(lines.at(-1)?.objectId).toBe(role);
    await expect(give(curator, personId, 'mentor', world.school)).rejects.toBeInstanceOf(NotFound);
  }
});

test('several roles of one person in several units never mix', async () => {
  const both = await hire(world, world.school);
  await grant(world, both, 'head', world.school);
  await grant(world, both, 'curator', world.sibling);
  const ctx = await as(world, both);
  const atSibling = await hire(world, world.sibling);
  await expect(give(ctx, atSibling, 'psychologist', world.sibling)).rejects.toThrow('role-above');
  await give(ctx, atSibling, 'mentee', world.sibling);
  await expect(give(ctx, atSibling, 'psychologist', world.school)).rejects.toBeInstanceOf(NotFound);
  const atSchool = await hire(world, world.school);
  await give(ctx, atSchool, 'psychologist', world.school);
});

test('however people give roles to one another, nobody ends with more than those above them could give', async () => {
  const givers = [
    await actorWith(world, 'administrator', world.municipality),
    await actorWith(world, 'head', world.school),
    await actorWith(world, 'curator', world.sibling),
    await actorWith(world, 'centreHead', world.centre),
  ].map((ctx) => ctx.personId);
  const others = [await hire(world, world.school), await hire(world, world.sibling), await hire(world, world.centre)];
  const people = [...givers, ...others];
  const before = await db.selectFrom('roleGrant').select('id').execute();
  const units = [world.region, world.municipality, world.school, world.sibling, world.centre, world.foreignSchool];
  const step = fc.record({
    giver: fc.constantFrom(...givers, ...givers, ...others),
    taker: fc.constantFrom(...people),
    role: fc.constantFrom<Role>('administrator', 'head', 'curator', 'mentor', 'psychologist', 'tutor', ...ROLES),
    unitId: fc.constantFrom(...units),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 90 }), async (steps) => {
      for (const { giver, taker, role, unitId } of steps) {
        await give(await as(world, giver), taker, role, unitId).catch((error: unknown) => {
          if (!(error instanceof RuleBroken) && !(error instanceof NotFound)) throw error;
        });
      }
    }),
    { numRuns: 6 },
  );
  const given = await db
    .selectFrom('roleGrant')
    .select(['personId', 'role', 'unitId', 'grantedBy'])
    .where(
      'id',
      'not in',
      before.map((row) => row.id),
    )
    .execute();
  expect(given.length).toBeGreaterThan(0);
  // The strongest giver is the municipality's administrator: nothing may stand outside that subtree but tutors.
  const inside = new Set([world.municipality, world.school, world.sibling]);
  expect(given.filter((row) => !inside.has(row.unitId) && row.role !== 'tutor')).toEqual([]);
  expect(given.filter((row) => row.unitId === world.municipality && row.role === 'administrator')).toEqual([]);
  expect(given.filter((row) => row.personId === row.grantedBy)).toEqual([]);
}, 60_000);
