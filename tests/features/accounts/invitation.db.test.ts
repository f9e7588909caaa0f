import { beforeAll, expect, test } from 'vitest';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { withdrawGrant } from '#app/features/accounts/grant.operations.server.ts';
import { acceptInvitation, invite } from '#app/features/accounts/invitation.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, NOW, type World } from '#tests/support/world.ts';

const db = testDatabase();
const site = openSite(db);
const post = { origin: 'http://127.0.0.1:3000', smtpUrl: null };
const PASSWORD = 'синий конь идёт домой';
const twice = { password: PASSWORD, repeat: PASSWORD };
let world: World;
let curator: Context & { personId: Id };
let anonymous: Context;

beforeAll(async () => {
  world = await buildWorld(db);
  curator = await actorWith(world, 'curator', world.school);
  anonymous = { ...world.system, actor: { kind: 'anonymous' } };
});

let logins = 0;
/** A login nobody else in this file has. */
function login(): string {
  logins += 1;
  return `person${logins}@school.ru`;
}

test('a link sets the first password once, and its secret is stored nowhere', async () => {
  const personId = await hire(world, world.school);
  const token = await invite(curator, { personId, login: ' Teacher@School.RU ' }, post);
  const page = await (await site.get(paths.invitation(token))).text();
  expect(page).toContain('teacher@school.ru');
  const rows = await db.selectFrom('invitation').selectAll().where('personId', '=', personId).execute();
  expect(JSON.stringify(rows)).not.toContain(token);
  const lines = await db.selectFrom('journalEntry').selectAll().where('personId', '=', personId).execute();
  expect(lines.map(({ act }) => act)).toContain('invite');
  expect(JSON.stringify(lines)).not.toContain('teacher@school.ru');
  const answer = await site.post(paths.invitation(token), twice);
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/']);
  const again = await site.post(paths.invitation(token), twice);
  expect(again.status).toBe(422);
  expect(await (await site.get(paths.invitation(token))).text()).toContain('Ссылка не действует');
});

test('a link used by two at once sets one password', async () => {
  const personId = await hire(world, world.school);
  const token = await invite(curator, { personId, login: login() }, post);
  const results = await Promise.allSettled([
    acceptInvitation(anonymous, token, twice),
    acceptInvitation(anonymous, token, { password: 'другой длинный пароль', repeat: 'другой длинный пароль' }),
  ]);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
  const [lost] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
  expect(lost).toBeInstanceOf(RuleBroken);
  expect(lost.code).toBe('invitation-gone');
});

test('a link stops working after seven days, and when a newer one is made', async () => {
  const personId = await hire(world, world.school);
  const first = await invite(curator, { personId, login: login() }, post);
  const second = await invite(curator, { personId, login: login() }, post);
  await expect(acceptInvitation(anonymous, first, twice)).rejects.toThrow('invitation-gone');
  const late = new Date(Date.parse(NOW) + 7 * 86_400_000).toISOString();
  await expect(acceptInvitation({ ...anonymous, now: late }, second, twice)).rejects.toThrow('invitation-gone');
  const inTime = new Date(Date.parse(NOW) + 7 * 86_400_000 - 1_000).toISOString();
  expect((await acceptInvitation({ ...anonymous, now: inTime }, second, twice)).personId).toBe(personId);
});

test('a new-password link keeps the login and ends every session', async () => {
  const personId = await hire(world, world.school);
  const known = login();
  await acceptInvitation(anonymous, await invite(curator, { personId, login: known }, post), twice);
  await site.get(paths.home(), { as: personId });
  const token = await invite(curator, { personId, login: 'someone.else@school.ru' }, post);
  await acceptInvitation(anonymous, token, twice);
  const account = await db.selectFrom('account').select(['id', 'login']).where('personId', '=', personId).execute();
  expect(account.map((row) => row.login)).toEqual([known]);
  const sessions = await db
    .selectFrom('session')
    .select('id')
    .where('userId', '=', account[0]?.id ?? '')
    .execute();
  expect(sessions).toEqual([]);
});

test('nobody makes a link to an account that opens more than he may give', async () => {
  const head = await actorWith(world, 'head', world.school);
  await expect(invite(curator, { personId: head.personId, login: login() }, post)).rejects.toThrow('invite-above');
  await expect(invite(curator, { personId: curator.personId, login: login() }, post)).rejects.toThrow('invite-oneself');
  const everywhere = await hire(world, world.school);
  await grant(world, everywhere, 'mentor', world.school);
  await grant(world, everywhere, 'mentor', world.sibling);
  await expect(invite(curator, { personId: everywhere, login: login() }, post)).rejects.toThrow('invite-above');
  const foreign = await hire(world, world.foreignSchool);
  await expect(invite(curator, { personId: foreign, login: login() }, post)).rejects.toThrow('account.invite');
});

test('a link made before its person rose opens nothing', async () => {
  const personId = await hire(world, world.school);
  const token = await invite(curator, { personId, login: login() }, post);
  await grant(world, personId, 'hrOfficer', world.school);
  await expect(acceptInvitation(anonymous, token, twice)).rejects.toThrow('invitation-gone');
});

test('a link ends with the role of the one who made it', async () => {
  const leaving = await hire(world, world.school);
  const role = await grant(world, leaving, 'curator', world.school);
  const personId = await hire(world, world.school);
  const token = await invite(await as(world, leaving), { personId, login: login() }, post);
  await withdrawGrant(world.system, role, { version: 1 });
  await expect(acceptInvitation(anonymous, token, twice)).rejects.toThrow('invitation-gone');
});

test('with mail set up the link goes out as a letter to a known address', async () => {
  const personId = await hire(world, world.school, { email: 'teacher7@school.ru' });
  const token = await invite(curator, { personId, login: login() }, { ...post, smtpUrl: 'smtp://mail' });
  const letters = await db.selectFrom('outboxMail').select(['recipient', 'body']).execute();
  expect(letters).toHaveLength(1);
  expect(letters[0]?.recipient).toBe('teacher7@school.ru');
  expect(letters[0]?.body).toContain(`http://127.0.0.1:3000${paths.invitation(token)}`);
});

test.each([
  ['no-such-token-in-the-database', 200],
  ['short', 404],
  ["'; drop table invitation; --", 404],
])('the address of a link that never was, %j, tells nothing', async (token, status) => {
  const response = await site.get(paths.invitation(encodeURIComponent(token)));
  expect(response.status).toBe(status);
});

test('refuses a taken login and one with strange signs', async () => {
  const personId = await hire(world, world.school);
  const taken = login();
  const first = await hire(world, world.school);
  await acceptInvitation(anonymous, await invite(curator, { personId: first, login: taken }, post), twice);
  await expect(invite(curator, { personId, login: taken.toUpperCase() }, post)).rejects.toThrow('account-login-taken');
  await expect(invite(curator, { personId, login: 'a b' }, post)).rejects.toThrow('invite-login-wrong');
});
