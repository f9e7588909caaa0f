import { beforeAll, expect, test } from 'vitest';
import { makeConsent } from '#app/demo/factories/consents.ts';
import { makeBareProposal } from '#app/demo/factories/mentorships.ts';
import { makeTerms } from '#app/demo/factories/papers.ts';
import { answerConsent, recordPaperConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { listOwnDocuments } from '#app/features/my-documents/my-documents.queries.server.ts';
import { findParticipationPaper } from '#app/features/my-documents/participation.queries.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { order, pairAt, type School, schoolOf } from '#tests/features/mentorships/pairs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const PERIOD = { startedOn: TODAY, endedOn: '2027-05-31' };
let world: World;
let site: Site;
let school: School;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  school = await schoolOf(world, world.school);
});

const html = async (path: string, personId: Id) => (await site.get(path, { as: personId })).text();
const kinds = async (personId: Id) => (await listOwnDocuments(await as(world, personId), 1)).map(({ kind }) => kind);

async function proposal() {
  const pair = await pairAt(world, world.school);
  const { id } = await makeBareProposal(school.curator, pair, PERIOD);
  await makeTerms(school.curator, id);
  return { id, ...pair };
}

test('what waits stands on top; a given answer goes into the list with its print, a refusal nowhere', async () => {
  const { id, mentorId, menteeId } = await proposal();
  expect(await html(paths.myDocuments(), menteeId)).toContain(paths.mentorshipConsent(id));
  await answerConsent(await as(world, menteeId), id, { answer: 'given' });
  const page = await html(paths.myDocuments(), menteeId);
  expect(page).not.toContain('Ждёт вас');
  expect(page).toContain(paths.participationPdf(id, menteeId));
  const terms = await db
    .selectFrom('mentorshipTerms')
    .select('version')
    .where('mentorshipId', '=', id)
    .executeTakeFirstOrThrow();
  await answerConsent(await as(world, mentorId), id, { answer: 'declined', termsVersion: terms.version });
  expect(await kinds(mentorId)).toEqual([]);
  expect((await site.get(paths.participationPdf(id, mentorId), { as: mentorId })).status).toBe(404);
});

test('after the order the mentor has the consent, the supplement and the order, and may give up', async () => {
  const { id, mentorId, menteeId } = await proposal();
  for (const personId of [mentorId, menteeId])
    await recordPaperConsent(school.curator, id, { personId, answer: 'given', answeredOn: TODAY });
  await order(world, school, world.school, [id], TODAY);
  await makeConsent(await as(world, mentorId));
  expect((await kinds(mentorId)).sort()).toEqual(['order', 'participation', 'personalConsent', 'supplement']);
  const page = await html(paths.myDocuments(), mentorId);
  expect(page).toContain(paths.mentorshipGiveUp(id));
  expect(page).toContain('Согласие на распространение персональных данных');
  expect((await kinds(menteeId)).sort()).toEqual(['order', 'participation']);
});

test('the printed consents say the terms word for word, to the member and to the curator, to nobody else', async () => {
  const { id, mentorId, menteeId } = await proposal();
  const answer = await site.get(paths.participationPdf(id, mentorId), { as: school.curator.personId });
  expect(answer.status).toBe(200);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  const printed = JSON.stringify((await findParticipationPaper(school.curator, id, mentorId)).document);
  for (const words of ['Работа с классом на уроке', '15\u00a0% оклада', '31\u00a0мая\u00a02027', 'статьи 351.8'])
    expect(printed).toContain(words);
  const docx = await site.get(paths.participationDocx(id, menteeId), { as: menteeId });
  expect(docx.headers.get('Content-Type')).toContain('wordprocessingml');
  const stranger = await actorWith(world, 'curator', world.sibling);
  for (const personId of [stranger.personId, school.head.personId, menteeId])
    expect((await site.get(paths.participationPdf(id, mentorId), { as: personId })).status).toBe(404);
});

test('whoever has no role at all sees what may be signed and nothing of others', async () => {
  const { personId } = await actorWith(world, 'psychologist', world.school);
  const page = await html(paths.myDocuments(), personId);
  expect(page).toContain(paths.ownConsent('dissemination'));
  expect(page).toContain('Здесь появится всё, что вы подпишете');
  await makeConsent(await as(world, personId));
  expect(await html(paths.myDocuments(), personId)).not.toContain(`href="${paths.ownConsent('dissemination')}"`);
});
