import { beforeAll, describe, expect, test } from 'vitest';
import { Forbidden, NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import {
  editRequest,
  nameAreas,
  openRequest,
  wishFor,
  withdrawRequest,
} from '#app/features/mentoring-requests/mentoring-request.operations.server.ts';
import { avoidedBy } from '#app/features/mentoring-requests/mentoring-request.queries.server.ts';
import type { RequestContent } from '#app/features/mentoring-requests/mentoring-request.ts';
import { answerConsent, withdrawMentorship } from '#app/features/mentorships/mentorship.operations.server.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, hire, hireYoung, type World } from '#tests/support/world.ts';
import { actsUpon, newsTo } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;

const content: RequestContent = {
  occasion: 'technology',
  menteeCategory: 'new_skill',
  subject: '  Физика ',
  difficulties: 'Хочу ставить опыты с датчиками',
  expectation: '',
  formats: ['remote'],
  remoteReason: 'rural',
  isShared: false,
};

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
});

const stored = (id: string) =>
  db.selectFrom('mentoringRequest').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

describe('a request', () => {
  test('is opened by the teacher, stands at the home organisation and in the journal once', async () => {
    const personId = await hireYoung(world, world.school);
    const { id } = await openRequest(await as(world, personId), { personId, ...content }, null);
    expect(await stored(id)).toMatchObject({
      personId,
      unitId: world.school,
      regionId: world.region,
      subject: 'физика',
      state: 'open',
      openedOn: '2026-11-22',
      enteredBy: personId,
    });
    expect(await actsUpon(world, id)).toEqual(['openRequest']);
  });

  test('is entered by the curator on behalf, marked so, and the teacher is told', async () => {
    const personId = await hireYoung(world, world.school);
    const { id } = await makeRequest(curator, { personId });
    expect((await stored(id)).enteredBy).toBe(curator.personId);
    expect(await newsTo(world, personId)).toEqual(['request-entered']);
    expect(await (await site.get(`/requests/${id}`, { as: personId })).text()).toContain('Заполнил куратор');
  });

  test('is opened once however often the form is posted, and one at a time', async () => {
    const personId = await hireYoung(world, world.school);
    const own = await as(world, personId);
    const key = newId();
    const first = await openRequest(own, { personId, ...content }, key);
    expect(await openRequest(own, { personId, ...content }, key)).toEqual(first);
    await expect(openRequest(own, { personId, ...content }, null)).rejects.toMatchObject({
      code: 'request-already-open',
    });
  });

  test('needs work at the organisation, and a reason when only remote', async () => {
    const official = await actorWith(world, 'ministryOfficer', world.region);
    await expect(makeRequest(official, { personId: official.personId })).rejects.toMatchObject({
      code: 'not-employed',
    });
    const personId = await hireYoung(world, world.school);
    const own = await as(world, personId);
    const refused = openRequest(own, { personId, ...content, remoteReason: null }, null);
    await expect(refused).rejects.toMatchObject({ code: 'remote-needs-reason', field: 'remoteReason' });
  });

  test('is nobody else’s: not of a colleague, another curator, the head or the ministry', async () => {
    const personId = await hireYoung(world, world.school);
    const { id } = await makeRequest(await as(world, personId), { personId });
    const strangers = [
      await as(world, await hire(world, world.school)),
      await actorWith(world, 'curator', world.sibling),
      await actorWith(world, 'head', world.school),
      await actorWith(world, 'ministryOfficer', world.region),
      await actorWith(world, 'municipalCoordinator', world.municipality),
    ];
    for (const stranger of strangers) {
      await expect(editRequest(stranger, id, { ...content, version: 1 })).rejects.toThrow(NotFound);
      await expect(makeRequest(stranger, { personId })).rejects.toThrow(NotFound);
    }
    expect(await actsUpon(world, id)).toEqual(['openRequest']);
  });

  test('is changed by author and curator; an old form is told so', async () => {
    const personId = await hireYoung(world, world.school);
    const own = await as(world, personId);
    const { id } = await makeRequest(own, { personId });
    await editRequest(curator, id, { ...content, version: 1 });
    await expect(editRequest(own, id, { ...content, version: 1 })).rejects.toThrow(StaleWrite);
    await nameAreas(own, id, { areas: ['ict', 'methodical', 'ict'], version: 2 });
    const areas = await db.selectFrom('requestArea').select('areaCode').where('requestId', '=', id).execute();
    expect(areas.map(({ areaCode }) => areaCode).sort()).toEqual(['ict', 'methodical']);
    await expect(nameAreas(own, id, { areas: ['astrology'], version: 3 })).rejects.toMatchObject({
      code: 'request-area-area-fk',
    });
    await withdrawRequest(own, id, { version: 3 });
    await expect(editRequest(own, id, { ...content, version: 4 })).rejects.toMatchObject({ code: 'request-not-open' });
  });
});

describe('who is avoided', () => {
  test('is known to the author and the rule alone', async () => {
    const personId = await hireYoung(world, world.school);
    const mentorId = await hire(world, world.school, { lastName: 'Нежелаев' });
    const own = await as(world, personId);
    const { id } = await makeRequest(own, { personId });
    await wishFor(own, id, { mentorId, wish: 'avoid' });
    expect((await avoidedBy(world.system, [personId])).get(personId)).toEqual(new Set([mentorId]));
    expect(await (await site.get(`/requests/${id}/wishes`, { as: personId })).text()).toContain('лучше не надо');
    expect((await site.get(`/requests/${id}/wishes`, { as: curator.personId })).status).toBe(404);
    await expect(wishFor(curator, id, { mentorId, wish: 'none' })).rejects.toThrow(Forbidden);
    for (const page of [`/requests/${id}`, `/requests/${id}/choose`])
      expect(await (await site.get(page, { as: curator.personId })).text()).not.toContain('Нежелаев');
    const journal = await db.selectFrom('journalEntry').selectAll().where('objectId', '=', id).execute();
    expect(JSON.stringify(journal)).not.toContain(mentorId);
    await wishFor(own, id, { mentorId, wish: 'none' });
    expect(await avoidedBy(world.system, [personId])).toEqual(new Map());
    await expect(wishFor(own, id, { mentorId: personId, wish: 'prefer' })).rejects.toMatchObject({
      code: 'wish-for-self',
    });
  });
});

describe('a proposal', () => {
  test('answers the request; when it comes to nothing the request waits again', async () => {
    const [personId, mentorId] = [await hireYoung(world, world.school), await hire(world, world.school)];
    const { id } = await makeRequest(await as(world, personId), { personId });
    const first = await makeProposal(curator, { menteeId: personId, mentorId });
    expect(await stored(id)).toMatchObject({ state: 'matched', mentorshipId: first.id, closedOn: '2026-11-22' });
    await withdrawMentorship(curator, first.id, { version: 1 });
    expect(await stored(id)).toMatchObject({ state: 'open', mentorshipId: null, closedOn: null });
    const second = await makeProposal(curator, { menteeId: personId, mentorId });
    await answerConsent(await as(world, mentorId), second.id, { answer: 'declined' });
    expect((await stored(id)).state).toBe('open');
  });

  test('that comes to nothing leaves a later request alone', async () => {
    const [personId, mentorId] = [await hireYoung(world, world.school), await hire(world, world.school)];
    const own = await as(world, personId);
    const { id } = await makeRequest(own, { personId });
    const first = await makeProposal(curator, { menteeId: personId, mentorId });
    const later = await makeRequest(own, { personId });
    await withdrawMentorship(curator, first.id, { version: 1 });
    expect((await stored(id)).state).toBe('matched');
    expect((await stored(later.id)).state).toBe('open');
  });
});

test('the list of a curator is found by name, subject and area, and says why it is empty', async () => {
  const personId = await hireYoung(world, world.school, { lastName: 'Списочный' });
  const own = await as(world, personId);
  const { id } = await makeRequest(own, { personId, subject: 'астрономия' });
  await nameAreas(own, id, { areas: ['health'], version: 1 });
  const body = async (query: string) =>
    (await site.get(`/requests?${new URLSearchParams(query)}`, { as: curator.personId })).text();
  for (const query of ['search=списоч', 'subject=Астрономия', 'area=health'])
    expect(await body(query)).toContain('Списочный');
  expect(await body('subject=химия')).toContain('По этому отбору запросов нет');
  expect(await body('search=списоч')).not.toContain('Не успеваю объяснить');
});
