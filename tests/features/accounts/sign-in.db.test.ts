import { beforeAll, describe, expect, test } from 'vitest';
import { hashPassword } from '#app/access/password.server.ts';
import { sessionHashOf } from '#app/access/session.server.ts';
import { openAccountHashed } from '#app/features/accounts/account.operations.server.ts';
import { sessionEndSentences } from '#app/features/accounts/account.text.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { buildWorld, hire, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
const PASSWORD = 'синий конь идёт домой';
let world: World;
let person: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  person = await hire(world, world.school);
  await open(person, 'Ershova@School.ru');
});

async function open(personId: Id, login: string): Promise<void> {
  await openAccountHashed(world.system, { personId, login, passwordHash: await hashPassword(PASSWORD) });
}

let networks = 0;
/** A network of its own, so that tests do not spend each other's attempts. */
function network(): Record<string, string> {
  networks += 1;
  return { 'X-Client-Address': `10.0.0.${networks}` };
}

const enter = (login: string, password: string, headers: Record<string, string>, next = '') =>
  site.post(paths.signIn(), { login, password, next }, { headers });

/** The cookies a response sets, as a browser would send them back. */
function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

test('signs in, opens the asked page and keeps only a hash of the session', async () => {
  const response = await enter('ershova@school.ru', PASSWORD, network(), '/me/sessions');
  expect(response.status).toBe(303);
  expect(response.headers.get('Location')).toBe('/me/sessions');
  const cookie = cookiesOf(response);
  const page = await site.get('/me/sessions', { headers: { Cookie: cookie } });
  expect(page.status).toBe(200);
  const token = /ryadom=([^;]+)/.exec(cookie)?.[1] ?? '';
  const stored = await db.selectFrom('session').select('id').execute();
  expect(stored.map((row) => row.id)).not.toContain(token);
  expect(token.length).toBeGreaterThanOrEqual(32);
});

test('never redirects to another site after signing in', async () => {
  const response = await enter('ershova@school.ru', PASSWORD, network(), '//evil.example/people');
  expect(response.headers.get('Location')).toBe('/');
});

test('a known and an unknown account answer alike', async () => {
  const known = await enter('ershova@school.ru', 'не тот пароль', network());
  const unknown = await enter('ershova@school.rf', 'не тот пароль', network());
  expect([unknown.status, known.status]).toEqual([422, 422]);
  const texts = [await known.text(), await unknown.text()].map((text) =>
    text.replace(/ershova@school\.r[uf]/g, 'login'),
  );
  expect(texts[0]).toBe(texts[1]);
});

test('guessing has to wait, the wait is never prolonged by trying, and other networks still get in', async () => {
  const login = 'guessed@school.ru';
  const guessed = await hire(world, world.school);
  await open(guessed, login);
  const here = network();
  const statuses: string[] = [];
  for (let attempt = 0; attempt < 9; attempt += 1) {
    const text = await (await enter(login, `мимо ${attempt}`, here)).text();
    statuses.push(text.includes('Слишком много попыток') ? 'wait' : 'wrong');
  }
  expect(statuses).toEqual([...Array(6).fill('wrong'), 'wait', 'wait', 'wait']);
  expect((await enter(login, PASSWORD, here)).status).toBe(422);
  expect((await enter(login, PASSWORD, network())).status).toBe(303);
});

test('a burst of parallel guesses passes the limit no more often than guesses one after another', async () => {
  const login = 'burst@school.ru';
  const here = network();
  const answers = await Promise.all(
    Array.from({ length: 16 }, async (_, attempt) => (await enter(login, `мимо ${attempt}`, here)).text()),
  );
  expect(answers.filter((text) => text.includes('не подошли')).length).toBeLessThanOrEqual(6);
});

test('a browser that was let in before is not kept out by strangers', async () => {
  const login = 'owner@school.ru';
  const owner = await hire(world, world.school);
  await open(owner, login);
  const home = network();
  const first = await enter(login, PASSWORD, home);
  const known = cookiesOf(first)
    .split('; ')
    .find((cookie) => cookie.startsWith('ryadom-known='));
  for (let stranger = 0; stranger < 24; stranger += 1) await enter(login, 'мимо', network());
  expect((await enter(login, PASSWORD, network())).status).toBe(422);
  expect((await enter(login, PASSWORD, { ...home, Cookie: known ?? '' })).status).toBe(303);
  expect((await enter(login, PASSWORD, { ...network(), Cookie: `${known?.slice(0, -2)}xx` })).status).toBe(422);
}, 60_000);

test('signing in replaces the session the browser had, and signing out ends it', async () => {
  const first = cookiesOf(await enter('ershova@school.ru', PASSWORD, network()));
  const second = cookiesOf(await enter('ershova@school.ru', PASSWORD, { ...network(), Cookie: first }));
  expect((await site.get('/me/sessions', { headers: { Cookie: first } })).status).toBe(302);
  const out = await site.post(paths.signOut(), {}, { headers: { Cookie: second } });
  expect(out.headers.get('Clear-Site-Data')).toContain('"storage"');
  expect((await site.get('/me/sessions', { headers: { Cookie: second } })).status).toBe(302);
});

describe('a session left alone or kept too long', () => {
  const age = (cookie: string, change: { lastSeenAt?: string; expiresAt?: string }) =>
    db
      .updateTable('session')
      .set(change)
      .where('id', '=', sessionHashOf(db, cookie) ?? '')
      .execute();
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const signInAgain = async (response: Response, cookie: string) => {
    expect(response.status).toBe(302);
    const where = response.headers.get('Location') ?? '';
    const text = await (await site.get(where, { headers: { Cookie: cookie } })).text();
    return { where, text };
  };

  test('ends after an hour without use, says why and leads back to the page, its form too', async () => {
    const cookie = cookiesOf(await enter('ershova@school.ru', PASSWORD, network()));
    await age(cookie, { lastSeenAt: minutesAgo(59) });
    expect((await site.get('/me/sessions', { headers: { Cookie: cookie } })).status).toBe(200);
    await age(cookie, { lastSeenAt: minutesAgo(61) });
    const read = await signInAgain(await site.get('/people?page=2', { headers: { Cookie: cookie } }), cookie);
    expect(read.where).toBe('/sign-in?next=%2Fpeople%3Fpage%3D2');
    expect(read.text).toContain(sessionEndSentences.unused);
    const sent = await site.post('/me/theme', { theme: 'large' }, { headers: { Cookie: cookie } });
    expect((await signInAgain(sent, cookie)).where).toBe('/sign-in?next=%2Fme%2Ftheme');
  });

  test('ends after twelve hours however busy; use never puts that off', async () => {
    const cookie = cookiesOf(await enter('ershova@school.ru', PASSWORD, network()));
    await age(cookie, { expiresAt: new Date(Date.now() + 60_000).toISOString() });
    expect((await site.get('/me/sessions', { headers: { Cookie: cookie } })).status).toBe(200);
    const kept = db
      .selectFrom('session')
      .select('expiresAt')
      .where('id', '=', sessionHashOf(db, cookie) ?? '');
    expect(Date.parse((await kept.executeTakeFirstOrThrow()).expiresAt)).toBeLessThanOrEqual(Date.now() + 60_000);
    await age(cookie, { expiresAt: minutesAgo(1) });
    const over = await signInAgain(await site.get('/me/sessions', { headers: { Cookie: cookie } }), cookie);
    expect(over.text).toContain(sessionEndSentences.whole);
  });

  test('ended from elsewhere says so, and a stranger is told nothing of sessions', async () => {
    const here = cookiesOf(await enter('ershova@school.ru', PASSWORD, network()));
    const other = cookiesOf(await enter('ershova@school.ru', PASSWORD, network()));
    await site.post(paths.myOtherSessionsEnd(), {}, { headers: { Cookie: other } });
    const ended = await signInAgain(await site.get('/me/sessions', { headers: { Cookie: here } }), here);
    expect(ended.text).toContain(sessionEndSentences.ended);
    const stranger = await (await site.get('/sign-in')).text();
    for (const sentence of Object.values(sessionEndSentences)) expect(stranger).not.toContain(sentence);
  });
});

test('a new password ends every other session and makes the old password useless', async () => {
  const login = 'changing@school.ru';
  const changing = await hire(world, world.school);
  await open(changing, login);
  const here = cookiesOf(await enter(login, PASSWORD, network()));
  const elsewhere = cookiesOf(await enter(login, PASSWORD, network()));
  const change = (current: string, password: string) =>
    site.post(paths.myPassword(), { current, password, repeat: password }, { headers: { Cookie: here } });
  expect((await change('не тот', 'зелёный дуб у моря')).status).toBe(422);
  expect((await change(PASSWORD, '1234567890')).status).toBe(422);
  expect((await change(PASSWORD, 'зелёный дуб у моря')).status).toBe(303);
  expect((await site.get(paths.mySessions(), { headers: { Cookie: here } })).status).toBe(200);
  expect((await site.get(paths.mySessions(), { headers: { Cookie: elsewhere } })).status).toBe(302);
  expect((await enter(login, PASSWORD, network())).status).toBe(422);
  expect((await enter(login, 'зелёный дуб у моря', network())).status).toBe(303);
});

test('a person ends own sessions only', async () => {
  const mine = cookiesOf(await enter('ershova@school.ru', PASSWORD, network()));
  const other = await hire(world, world.school);
  await site.get(paths.home(), { as: other });
  const foreign = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.userId')
    .select('session.id')
    .where('account.personId', '=', other)
    .executeTakeFirstOrThrow();
  const end = await site.post(paths.mySessionEnd(foreign.id), {}, { headers: { Cookie: mine } });
  expect(end.status).toBe(404);
  expect((await site.post(paths.myOtherSessionsEnd(), {}, { headers: { Cookie: mine } })).status).toBe(303);
  expect((await site.get(paths.mySessions(), { headers: { Cookie: mine } })).status).toBe(200);
  expect(await db.selectFrom('session').select('id').where('id', '=', foreign.id).execute()).toHaveLength(1);
});

test('the look of pages is kept in the account', async () => {
  expect((await site.post(paths.myTheme(), { theme: 'contrast-large' }, { as: person })).status).toBe(303);
  expect(await (await site.get(paths.mySessions(), { as: person })).text()).toContain('data-contrast="high"');
  expect((await site.post(paths.myTheme(), { theme: 'pink' }, { as: person })).status).toBe(422);
});
