import { beforeAll, expect, test } from 'vitest';
import { makeConsented, makeProposal } from '#app/demo/factories/mentorships.ts';
import { writeClosingWord } from '#app/features/mentorships/closing-word.operations.server.ts';
import { closeMentorship } from '#app/features/mentorships/mentorship.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite } from '#tests/support/site.ts';
import { as, buildWorld, hireYoung, TODAY, type World } from '#tests/support/world.ts';
import { order, pairAt, type School, schoolOf, storedMentorship } from './pairs.ts';

const db = testDatabase();
const site = openSite(db);
let world: World;
let school: School;

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
});

test('asks both sides for closing words, each in a form of its own, read by curator and head alone', async () => {
  const { mentorId, menteeId } = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, { mentorId, menteeId }, { startedOn: '2026-10-15' });
  await order(world, school, world.school, [id], TODAY);
  const { version } = await storedMentorship(world, id);
  await closeMentorship(school.curator, id, { finishedOn: TODAY, version });
  const news = await db.selectFrom('notice').select('path').where('personId', '=', menteeId).execute();
  expect(news.map(({ path }) => path)).toContain(paths.closingWord(id));
  const say = (as: Id, words: string, version = '0') => site.post(paths.closingWord(id), { words, version }, { as });
  expect((await say(menteeId, 'Теперь веду урок в группах.')).status).toBe(303);
  expect((await say(mentorId, 'Учились оба.')).status).toBe(303);
  expect((await say(mentorId, 'Поздно: другая вкладка')).status).toBe(409);
  expect((await say(mentorId, 'Учились оба, и я тоже.', '1')).status).toBe(303);
  const outsider = await hireYoung(world, world.school);
  for (const [stranger, status] of [
    [outsider, 404],
    [school.curator.personId, 403],
    [school.head.personId, 403],
  ] as const) {
    expect((await site.get(paths.closingWord(id), { as: stranger })).status).toBe(404);
    expect((await say(stranger, 'За другого')).status).toBe(status);
  }
  for (const reader of [school.curator, school.head]) {
    const text = await (await site.get(paths.mentorship(id), { as: reader.personId })).text();
    expect(text).toContain('Теперь веду урок в группах.');
    expect(text).toContain('Учились оба, и я тоже.');
  }
  const own = await (await site.get(paths.closingWord(id), { as: menteeId })).text();
  expect(own).toContain('Теперь веду урок в группах.');
  expect(own).not.toContain('Учились оба');
  const line = db.selectFrom('journalEntry').select(['before', 'after']).where('act', '=', 'writeClosingWord');
  expect(await line.where('objectId', '=', id).execute()).toEqual(Array(3).fill({ before: null, after: null }));
  const late = { ...(await as(world, menteeId)), today: '2027-02-21' };
  await expect(writeClosingWord(late, id, { words: 'Ещё', version: 1 })).rejects.toThrow('closing-word-too-late');
  const pair = await pairAt(world, world.school);
  const { id: waiting } = await makeProposal(school.curator, pair);
  const early = writeClosingWord(await as(world, pair.menteeId), waiting, { words: 'Рано', version: 0 });
  await expect(early).rejects.toThrow('closing-word-not-now');
});
