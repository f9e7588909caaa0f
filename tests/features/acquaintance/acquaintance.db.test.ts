import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { makeApproved, makeRegulation } from '#app/demo/factories/acts.ts';
import {
  confirmAcquaintance,
  nameReaders,
  recordPaperAcquaintance,
} from '#app/features/acquaintance/acquaintance.operations.server.ts';
import { draftAct } from '#app/features/local-acts/act-draft.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let teacher: Context & { personId: Id };
let other: Id;
let id: Id;
let hash: string;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  const personId = await hire(world, world.school, { lastName: 'Читателев' });
  teacher = { ...(await as(world, personId)), personId };
  other = await hire(world, world.school, { lastName: 'Бумагин' });
  id = (await makeRegulation(curator, world.school)).id;
  await makeApproved({ curator, head }, id);
  hash = (await db.selectFrom('localAct').select('documentHash').where('id', '=', id).executeTakeFirstOrThrow())
    .documentHash;
});

test('everybody of the school is to read the regulation; it waits on home, is confirmed once, and progress is seen', async () => {
  expect(await (await site.get('/', { as: teacher.personId })).text()).toContain('Ознакомиться');
  await expect(confirmAcquaintance(teacher, id, { hash: '0'.repeat(64) })).rejects.toMatchObject({
    code: 'text-changed',
  });
  await confirmAcquaintance(teacher, id, { hash });
  await expect(confirmAcquaintance(teacher, id, { hash })).rejects.toMatchObject({ code: 'acquainted-already' });
  const all = await db
    .selectFrom('actAcquaintance')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('actId', '=', id)
    .executeTakeFirstOrThrow();
  expect(all.n).toBeGreaterThanOrEqual(4);
  const page = await (await site.get(`/acts/${id}`, { as: curator.personId })).text();
  expect(page).toContain(`1 из ${all.n}`);
  const waiting = await (await site.get(`/acts/${id}/acquaintance?show=waiting`, { as: curator.personId })).text();
  expect(waiting).toContain('Бумагин');
  expect(waiting).not.toContain('Читателев');
});

test('the curator records who signed on paper, with a day that can be', async () => {
  const record = (acquaintedOn: string, personIds = [other]) =>
    recordPaperAcquaintance(curator, id, { personIds, acquaintedOn });
  await expect(record(addDays(TODAY, 1))).rejects.toMatchObject({ code: 'acquainted-in-future' });
  await expect(record(addDays(TODAY, -1))).rejects.toMatchObject({ code: 'acquainted-before-act' });
  await expect(record(TODAY, [])).rejects.toMatchObject({ code: 'nobody-to-acquaint' });
  await record(TODAY);
  await expect(record(TODAY)).rejects.toMatchObject({ code: 'acquainted-already' });
  await expect(sql`update act_acquaintance set way = 'own' where person_id = ${other}`.execute(db)).rejects.toThrow(
    /never changed/,
  );
});

test('people are added to any approved act, only of the organisation', async () => {
  const { id: map } = await draftAct(curator, { kind: 'road_map', unitId: world.school, values: {} });
  await expect(nameReaders(curator, map, [other])).rejects.toMatchObject({ code: 'act-not-approved' });
  await makeApproved({ curator, head }, map);
  expect(await nameReaders(curator, map, [other, other])).toEqual({ added: 1 });
  expect(await nameReaders(curator, map, [other])).toEqual({ added: 0 });
  const stranger = await hire(world, world.sibling);
  await expect(nameReaders(curator, map, [stranger])).rejects.toMatchObject({ code: 'stranger-to-acquaint' });
});

test('nobody confirms for somebody else or from another school', async () => {
  const stranger = await actorWith(world, 'mentor', world.sibling);
  await expect(confirmAcquaintance(stranger, id, { hash })).rejects.toThrow(NotFound);
  const far = await actorWith(world, 'curator', world.sibling);
  await expect(recordPaperAcquaintance(far, id, { personIds: [other], acquaintedOn: TODAY })).rejects.toThrow(NotFound);
  expect((await site.get(`/acts/${id}/acquaintance`, { as: far.personId })).status).toBe(404);
});
