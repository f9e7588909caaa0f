import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { makeBundle, makeWaitingBundles } from '#app/demo/factories/bundles.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makePapers } from '#app/demo/factories/papers.ts';
import { cancelBundle } from '#app/features/bundles/bundle.operations.server.ts';
import { draftOrder, submitAct } from '#app/features/local-acts/local-act.operations.server.ts';
import { approveAct } from '#app/features/local-acts/local-act-approval.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { readZip } from '#tests/reports/read-zip.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let curator: Context & { personId: Id };
let head: Context & { personId: Id };
let pair: { id: Id; mentorId: Id; menteeId: Id };
let ofYear: { mentorshipId: null; year: number; unitId: Id };

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  head = await actorWith(world, 'head', world.school);
  ofYear = { mentorshipId: null, year: 2026, unitId: world.school };
  pair = await approvedPair('Жукова');
  await approvedPair('Стрижова');
});

async function approvedPair(lastName: string) {
  const mentorId = await hire(world, world.school);
  const menteeId = await hireYoung(world, world.school, { lastName, firstName: 'Анна', middleName: 'Ильинична' });
  const { id } = await makeConsented(curator, { mentorId, menteeId });
  await makePapers({ curator, head }, id);
  const order = { unitId: world.school, mentorshipIds: [id], programmeDueOn: '2026-12-20' };
  const act = await draftOrder(curator, { ...order, control: 'head' });
  await submitAct(curator, act.id, { version: 1 });
  const { documentHash: hash } = await db
    .selectFrom('localAct')
    .select('documentHash')
    .where('id', '=', act.id)
    .executeTakeFirstOrThrow();
  await approveAct(head, act.id, { hash, registeredOn: '2026-11-22' });
  return { id, mentorId, menteeId };
}

const rowOf = (id: Id) => db.selectFrom('paperBundle').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const fileOf = async (id: Id, personId: Id) => site.get(paths.bundleFile(id), { as: personId });
const papersOf = (id: Id) =>
  db
    .selectFrom('paperBundlePaper')
    .select(['kind', 'paperId'])
    .where('bundleId', '=', id)
    .orderBy('position')
    .execute();

describe('a bundle', () => {
  test('of a year: asked for on its page, made in the background, shown and given out as one PDF with contents', async () => {
    const form = { _once: crypto.randomUUID(), unitId: world.school, year: '2026', format: 'pdf' };
    const asked = await site.post(paths.bundleNew(), form, { as: curator.personId });
    expect(asked.status).toBe(303);
    const page = asked.headers.get('Location') ?? '';
    const again = await site.post(paths.bundleNew(), form, { as: curator.personId });
    expect(again.headers.get('Location')).toBe(page);
    expect(await (await site.get(page, { as: curator.personId })).text()).toContain('Сборник в очереди');
    await makeWaitingBundles(world.system);
    const html = await (await site.get(page, { as: curator.personId })).text();
    expect(html).toContain('Сборник готов');
    expect(html).toContain('29.11.2026');
    const answer = await fileOf(page.split('/')[2] ?? '', curator.personId);
    const file = Buffer.from(await answer.arrayBuffer()).toString('latin1');
    expect(file.startsWith('%PDF-')).toBe(true);
    // Contents, two orders: an outline of three, each led to by name.
    expect(file.match(/\/Title /g)?.length).toBeGreaterThanOrEqual(3);
    expect(file).toContain('/PageMode /UseOutlines');
    expect(decodeURIComponent(answer.headers.get('Content-Disposition') ?? '')).toContain('2026 год.pdf');
    const lines = await db.selectFrom('journalEntry').select('act').where('act', 'like', '%Bundle').execute();
    expect(lines.map(({ act }) => act).sort()).toEqual(['askBundle', 'makeBundle']);
  });

  test('of a mentorship as ZIP: order, consents, supplement, each a DOCX, fonts beside them', async () => {
    const { id } = await makeBundle(curator, { mentorshipId: pair.id, year: null, unitId: null }, 'docx');
    await makeWaitingBundles(world.system);
    const answer = await fileOf(id, curator.personId);
    const parts = await readZip(Buffer.from(await answer.arrayBuffer()));
    const names = [...parts.keys()];
    expect(names[0]).toMatch(/^001 .*\.docx$/);
    expect(names.filter((name) => name.endsWith('.docx')).length).toBeGreaterThanOrEqual(4);
    expect(names.filter((name) => name.startsWith('Шрифты/'))).toHaveLength(2);
    const kinds = (await papersOf(id)).map(({ kind }) => kind);
    expect(new Set(kinds)).toEqual(new Set(['act', 'consent', 'supplement', 'programme']));
  });

  test('holds only what its asker may read: the mentee gets no supplement of the mentor and no other consent', async () => {
    const mentee = await as(world, pair.menteeId);
    const { id } = await makeBundle(mentee, { mentorshipId: pair.id, year: null, unitId: null });
    await makeWaitingBundles(world.system);
    const papers = await papersOf(id);
    expect(papers.map(({ kind }) => kind).sort()).toEqual(['act', 'consent', 'programme']);
    expect(papers.find(({ kind }) => kind === 'consent')?.paperId).toBe(pair.menteeId);
    await expect(makeBundle(mentee, ofYear)).rejects.toThrow('bundle.ofYear');
  });

  test('is nobody else’s, the head of the same school included; another school is not reached', async () => {
    const { id } = await makeBundle(curator, ofYear);
    await makeWaitingBundles(world.system);
    for (const address of [paths.bundle(id), paths.bundleFile(id), paths.bundleCancel(id)]) {
      expect((await site.get(address, { as: head.personId })).status).toBe(404);
    }
    await expect(cancelBundle(head, id, { version: 2 })).rejects.toThrow('bundle.read');
    await expect(makeBundle(curator, { ...ofYear, unitId: world.sibling })).rejects.toThrow('bundle.ofYear');
    const foreign = await actorWith(world, 'curator', world.sibling);
    const ofPair = { mentorshipId: pair.id, year: null, unitId: null } as const;
    await expect(makeBundle(foreign, ofPair)).rejects.toThrow('mentorship.read');
  });

  test('is not given out any more when the asker’s rights to a paper are gone', async () => {
    const former = await actorWith(world, 'curator', world.school);
    const { id } = await makeBundle(former, ofYear);
    await makeWaitingBundles(world.system);
    expect((await fileOf(id, former.personId)).status).toBe(200);
    await db.updateTable('roleGrant').set({ endedOn: '2026-11-21' }).where('personId', '=', former.personId).execute();
    expect((await fileOf(id, former.personId)).status).toBe(404);
    const page = await (await site.get(paths.bundle(id), { as: former.personId })).text();
    expect(page).toContain('ваши права изменились');
  });

  test('names nobody to whom the mentorship is closed by now', async () => {
    const { mentorId, menteeId, id } = await approvedPair('Чижова');
    const asker = await as(world, menteeId);
    const bundle = await makeBundle(asker, { mentorshipId: id, year: null, unitId: null });
    const { lastName } = await db
      .selectFrom('person')
      .select('lastName')
      .where('id', '=', mentorId)
      .executeTakeFirstOrThrow();
    const pages = async () =>
      Promise.all(
        [paths.bundle(bundle.id), paths.bundles()].map(async (to) => (await site.get(to, { as: menteeId })).text()),
      );
    for (const page of await pages()) expect(page).toContain(lastName);
    const own = db.updateTable('mentorshipMember').where('personId', '=', menteeId);
    await own.set({ startedOn: '2026-11-01', endedOn: '2026-11-21' }).execute();
    for (const page of await pages()) expect(page).not.toContain(lastName);
  });

  test('rights lost while it waits leave it empty-handed', async () => {
    const former = await actorWith(world, 'curator', world.school);
    const { id } = await makeBundle(former, ofYear);
    await db.updateTable('roleGrant').set({ endedOn: '2026-11-21' }).where('personId', '=', former.personId).execute();
    await makeWaitingBundles(world.system);
    expect(await rowOf(id)).toMatchObject({ state: 'failed', failureCode: 'rights-lost' });
  });

  test('is cancelled once; what was being made is not stored', async () => {
    const { id } = await makeBundle(curator, ofYear);
    const { version } = await rowOf(id);
    const cancelled = await site.post(paths.bundleCancel(id), { version: String(version) }, { as: curator.personId });
    expect(cancelled.status).toBe(303);
    await makeWaitingBundles(world.system);
    expect((await rowOf(id)).state).toBe('cancelled');
    const twice = await site.post(paths.bundleCancel(id), { version: String(version) }, { as: curator.personId });
    expect(twice.status).toBe(422);
    expect(await twice.text()).toContain('уже готов или отменён');
  });

  test('is kept seven days, then its file is gone', async () => {
    const { id } = await makeBundle(curator, ofYear);
    await makeWaitingBundles(world.system);
    await makeWaitingBundles({ ...world.system, today: '2026-11-29' });
    expect((await rowOf(id)).state).toBe('ready');
    await makeWaitingBundles({ ...world.system, today: '2026-11-30' });
    expect((await rowOf(id)).state).toBe('expired');
    expect(await db.selectFrom('paperBundleFile').select('bundleId').where('bundleId', '=', id).execute()).toEqual([]);
    expect((await fileOf(id, curator.personId)).status).toBe(404);
  });

  test('is refused where there is nothing, and beyond three waiting', async () => {
    await expect(makeBundle(curator, { ...ofYear, year: 2011 })).rejects.toThrow('nothing-to-bundle');
    const waiting = await Promise.all([1, 2, 3, 4, 5].map(() => makeBundle(curator, ofYear).catch(() => null)));
    expect(waiting.filter(Boolean)).toHaveLength(3);
    await makeWaitingBundles(world.system);
  });
});
