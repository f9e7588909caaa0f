import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import type { Letter } from '#app/core/mail.server.ts';
import { sendWaitingMail } from '#app/features/notifications/mail.jobs.server.ts';
import { queueLetter } from '#app/features/notifications/mail.operations.server.ts';
import {
  forgetReadNotices,
  markNoticesRead,
  notify,
  notifyAll,
} from '#app/features/notifications/notice.operations.server.ts';
import { countNotices, listNotices } from '#app/features/notifications/notice.queries.server.ts';
import { paths } from '#app/paths.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;

beforeAll(async () => {
  world = await buildWorld(db);
});

describe('notices', () => {
  test('are read by their owner only, until marked', async () => {
    const owner = await hire(world, world.school);
    const other = await hire(world, world.school);
    await notify(world.system, {
      personId: owner,
      kind: 'order-to-approve',
      path: paths.acts(),
      details: { heading: 'О закреплении' },
    });
    const page = await (await site.get(paths.myNotices(), { as: owner })).text();
    expect(page).toContain('Документ ждёт вашего решения: О закреплении.');
    expect(await listNotices(await as(world, other), 1)).toEqual([]);
    const marked = await site.post(paths.myNotices(), {}, { as: owner });
    expect(marked.status).toBe(303);
    expect(await countNotices(await as(world, owner))).toEqual({ all: 1, unread: 0 });
  });

  test('nobody is told about the own act', async () => {
    const actor = await hire(world, world.school);
    const ctx = await as(world, actor);
    await notifyAll(ctx, [{ personId: actor, kind: 'route-opened', path: paths.home() }]);
    expect((await countNotices(ctx)).all).toBe(0);
  });

  test('name nobody to whom told them only by a role held no more; what was one’s own is named on', async () => {
    const { personId, ...ctx } = await actorWith(world, 'head', world.school);
    const name = 'Лебедев И. П.';
    const told = { personId, path: paths.personConsents(newId()), details: { person: name } };
    await notify(world.system, { ...told, kind: 'consent-withdrawn', unitId: world.school });
    const lines = async () => (await listNotices({ ...ctx, db }, 1)).flatMap(({ details }) => details.person ?? []);
    expect(await lines()).toEqual([name]);
    await db.updateTable('roleGrant').set({ endedOn: '2026-11-21' }).where('personId', '=', personId).execute();
    await grant(world, personId, 'curator', world.sibling);
    expect(await lines()).toEqual(['имя скрыто']);
    expect(await (await site.get(paths.myNotices(), { as: personId })).text()).not.toContain('Лебедев');
    const teacher = await hire(world, world.school);
    await notify(world.system, { ...told, personId: teacher, kind: 'mentorship-proposed' });
    expect((await listNotices(await as(world, teacher), 1))[0]?.details.person).toBe(name);
  });

  test('are forgotten half a year after they were read, unread ones never', async () => {
    const owner = await hire(world, world.school);
    const ctx = await as(world, owner);
    const news = { personId: owner, kind: 'route-opened', path: paths.home() } as const;
    await notify(world.system, news);
    await markNoticesRead(ctx);
    await notify(world.system, news);
    const forgetOn = (day: string) => forgetReadNotices({ ...world.system, now: `${day}T07:00:00.000Z` });
    await forgetOn('2027-05-20');
    expect((await countNotices(ctx)).all).toBe(2);
    await forgetOn('2027-05-24');
    expect(await countNotices(ctx)).toEqual({ all: 1, unread: 1 });
  });

  test('go away with the act that failed', async () => {
    const owner = await hire(world, world.school);
    const failing = db.transaction().execute(async (tx) => {
      await notify({ ...world.system, db: tx }, { personId: owner, kind: 'route-opened', path: paths.home() });
      throw new Error('the act failed');
    });
    await expect(failing).rejects.toThrow('the act failed');
    expect((await countNotices(await as(world, owner))).all).toBe(0);
  });
});

describe('letters', () => {
  const letter = { recipient: 'anna@school.ru', subject: 'Приглашение', body: 'Ссылка внутри' };
  beforeEach(() => db.deleteFrom('outboxMail').execute());

  test('are sent once, however many programs send, and their text is forgotten', async () => {
    await queueLetter(world.system, letter);
    const sent: Letter[] = [];
    const send = async (one: Letter) => void sent.push(one);
    const counts = await Promise.all(Array.from({ length: 4 }, () => sendWaitingMail(world.system, send)));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(sent).toEqual([letter]);
    const row = await db.selectFrom('outboxMail').select(['body', 'attempts', 'sentAt']).executeTakeFirstOrThrow();
    expect(row).toMatchObject({ body: '', attempts: 1, sentAt: expect.any(String) });
  });

  test('wait longer after each failure and keep only its code', async () => {
    await queueLetter(world.system, letter);
    const refuse = () => Promise.reject(Object.assign(new Error('550 anna@school.ru unknown'), { code: 'EENVELOPE' }));
    expect(await sendWaitingMail(world.system, refuse)).toBe(0);
    const row = await db.selectFrom('outboxMail').select(['attempts', 'lastError', 'sentAt']).executeTakeFirstOrThrow();
    expect(row).toEqual({ attempts: 1, lastError: 'EENVELOPE', sentAt: null });
    const sent: Letter[] = [];
    expect(await sendWaitingMail(world.system, async (one) => void sent.push(one))).toBe(0);
    const later = { ...world.system, now: new Date(Date.parse(world.system.now) + 61_000).toISOString() };
    expect(await sendWaitingMail(later, async (one) => void sent.push(one))).toBe(1);
  });

  test('that are given up after the eighth failure keep no link', async () => {
    await queueLetter(world.system, letter);
    await db.updateTable('outboxMail').set({ attempts: 7 }).execute();
    const later = { ...world.system, now: new Date(Date.parse(world.system.now) + 3_600_000).toISOString() };
    expect(await sendWaitingMail(later, () => Promise.reject(new Error('away')))).toBe(0);
    const row = await db.selectFrom('outboxMail').select(['attempts', 'body']).executeTakeFirstOrThrow();
    expect(row).toEqual({ attempts: 8, body: '' });
  });
});
