import { sql } from 'kysely';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { makeApproved, makeRegulation, makeSubmitted } from '#app/demo/factories/acts.ts';
import { makeUnit } from '#app/demo/factories/org-units.ts';
import { grantRole } from '#app/features/accounts/grant.operations.server.ts';
import { beginVersion, repealAct } from '#app/features/act-versions/act-version.operations.server.ts';
import { draftAct, editAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import { forceOn } from '#app/features/local-acts/act-force.ts';
import { actState } from '#app/features/local-acts/local-act.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
let world: World;
let school: Id;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let first: Id;

beforeAll(async () => {
  world = await buildWorld(db);
});

// A school of its own for every test: a regulation in force is one an organisation.
beforeEach(async () => {
  school = (await makeUnit(world.system, { kind: 'school', parentId: world.municipality, name: 'Новая школа' })).id;
  curator = await actorWith(world, 'curator', school);
  head = await actorWith(world, 'head', school);
  first = (await makeRegulation(curator, school)).id;
  await makeApproved({ curator, head }, first);
});

const act = (id: Id) => db.selectFrom('localAct').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const force = async (id: Id, day: Day) => {
  const row = await act(id);
  return forceOn({ ...row, state: actState(row.state) }, day);
};

describe('a new version', () => {
  test('names the old one, which binds until the day before', async () => {
    const { id } = await beginVersion(curator, first);
    await editAct(curator, id, { values: { site: 'new.example.ru' }, version: 1 });
    const from = addDays(TODAY, 30);
    await makeApproved({ curator, head }, id, { inForceOn: from });
    expect((await act(id)).supersedesId).toBe(first);
    expect([await force(first, TODAY), await force(id, TODAY)]).toEqual(['inForce', 'upcoming']);
    expect([await force(first, addDays(from, -1)), await force(first, from)]).toEqual(['inForce', 'superseded']);
    expect(await force(id, from)).toBe('inForce');
  });

  test('is begun once; a regulation written afresh takes the place of the one in force all the same', async () => {
    const { id } = await beginVersion(curator, first);
    await expect(beginVersion(curator, first)).rejects.toMatchObject({ code: 'local-act-version-in-work' });
    await db.updateTable('localAct').set({ state: 'cancelled' }).where('id', '=', id).execute();
    const { id: afresh } = await makeRegulation(curator, school, { site: 'afresh.example.ru' });
    await makeApproved({ curator, head }, afresh);
    expect(await force(first, TODAY)).toBe('superseded');
    expect(await force(afresh, TODAY)).toBe('inForce');
  });

  test('of an act of another school is not begun', async () => {
    await expect(beginVersion(await actorWith(world, 'curator', world.sibling), first)).rejects.toThrow(NotFound);
  });
});

describe('repeal', () => {
  test('the head ends an act from a day on, with the reason; once', async () => {
    await repealAct(head, first, { repealedFrom: TODAY, reason: 'Решение учредителя' });
    expect(await act(first)).toMatchObject({ endGround: 'repealed', endReason: 'Решение учредителя' });
    expect(await force(first, TODAY)).toBe('repealed');
    await expect(repealAct(head, first, { repealedFrom: TODAY, reason: 'ещё' })).rejects.toMatchObject({
      code: 'not-in-force',
    });
  });

  test('not into the past, not by a curator', async () => {
    const past = { repealedFrom: addDays(TODAY, -1), reason: 'x' };
    await expect(repealAct(head, first, past)).rejects.toMatchObject({ code: 'repealed-in-past' });
    await expect(repealAct(curator, first, { repealedFrom: TODAY, reason: 'x' })).rejects.toThrow('act.approve');
  });
});

describe('what the database holds by itself', () => {
  test.each([
    ['heading', sql`heading = 'другое'`],
    ['document', sql`document = '{}'`],
    ['document_hash', sql`document_hash = repeat('0', 64)`],
    ['number', sql`number = '77'`],
    ['registered_on', sql`registered_on = '2026-01-01'`],
    ['in_force_on', sql`in_force_on = '2027-01-01'`],
    ['signature_kind', sql`signature_kind = 'qualified'`],
    ['state', sql`state = 'draft'`],
  ])('%s of an approved act never changes', async (_, change) => {
    await expect(sql`update local_act set ${change} where id = ${first}`.execute(db)).rejects.toThrow(/never changes/);
  });

  test('the end of an act is written once', async () => {
    await repealAct(head, first, { repealedFrom: TODAY, reason: 'x' });
    await expect(sql`update local_act set ended_on = '2027-01-01' where id = ${first}`.execute(db)).rejects.toThrow(
      /never changes/,
    );
  });

  test('two regulations never bind on one day', async () => {
    const { id } = await makeRegulation(curator, school);
    const twice = sql`update local_act set state = 'approved', number = '9', registered_on = ${TODAY}, in_force_on = ${TODAY},
      signature_kinds = '{paper}', signature_kind = 'paper', approved_by = ${head.personId}, approved_at = now() where id = ${id}`;
    await expect(twice.execute(db)).rejects.toThrow(/local_act_regulation_overlaps/);
  });

  test('a kind of signature that the type does not know is refused by rule and constraint', async () => {
    const { id } = await draftAct(curator, { kind: 'road_map', unitId: school, values: {} });
    await makeApproved({ curator, head }, id, { signatureKind: 'simple' });
    expect(await db.selectFrom('actSignature').select(['kind', 'signerId']).where('actId', '=', id).execute()).toEqual([
      { kind: 'simple', signerId: head.personId },
    ]);
    const { id: order } = await makeRegulation(curator, school);
    await expect(makeApproved({ curator, head }, order, { signatureKind: 'simple' })).rejects.toMatchObject({
      code: 'signature-refused',
    });
    const forced = sql`insert into act_signature (id, act_id, unit_id, kind, signed_on, document_hash, signer_id, recorded_by)
      values (gen_random_uuid(), ${first}, ${school}, 'simple', ${TODAY}, 'x', ${head.personId}, ${head.personId})`;
    await expect(forced.execute(db)).rejects.toThrow(/act_signature_kind_of_act/);
  });
});

test('an acting head approves within the days of the grant, and not a day later', async () => {
  const personId = await hire(world, world.farSchool);
  const keeper = await actorWith(world, 'curator', world.farSchool);
  const days = { startedOn: addDays(TODAY, -1), endedOn: TODAY };
  await grantRole(world.system, { personId, role: 'head', unitId: world.farSchool, ...days });
  const acting = await as(world, personId);
  const { id } = await makeRegulation(keeper, world.farSchool);
  const hash = await makeSubmitted(keeper, id);
  const tomorrow = { now: '2026-11-23T07:00:00.000Z', today: addDays(TODAY, 1) };
  await expect(approveAct({ ...acting, ...tomorrow }, id, { hash, registeredOn: TODAY })).rejects.toThrow(NotFound);
  await expect(approveAct(acting, id, { hash, registeredOn: TODAY })).resolves.toBeDefined();
});
