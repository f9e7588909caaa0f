import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { makeAgreement } from '#app/demo/factories/agreements.ts';
import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import { makeProposal } from '#app/demo/factories/mentorships.ts';
import { careForRequests } from '#app/features/mentor-choice/mentor-ask.jobs.server.ts';
import { wishFor, withdrawRequest } from '#app/features/mentoring-requests/mentoring-request.operations.server.ts';
import { answerForHome, answerOutward } from '#app/features/outward-offers/outward-answer.operations.server.ts';
import { keepInside, letOutside } from '#app/features/outward-offers/outward-consent.operations.server.ts';
import { type OutwardTerms, offerFromOutside } from '#app/features/outward-offers/outward-offer.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, hireYoung, type World } from '#tests/support/world.ts';
import { newsTo } from '../mentorships/pairs.ts';

const db = testDatabase();
let world: World;
let site: Site;
let curator: Awaited<ReturnType<typeof actorWith>>;
let homeCurator: Awaited<ReturnType<typeof actorWith>>;
let coordinator: Awaited<ReturnType<typeof actorWith>>;
let agreementId: Id;

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  curator = await actorWith(world, 'curator', world.school);
  homeCurator = await actorWith(world, 'curator', world.sibling);
  coordinator = await actorWith(world, 'municipalCoordinator', world.municipality);
  agreementId = (await makeAgreement(curator, world.school, { partnerUnitId: world.sibling, partnerName: null })).id;
});

/** A physics teacher of the school who lets the request go outside at once: nobody inside would do after he avoids them. */
async function wentOutside(): Promise<{ personId: Id; own: Context; id: Id }> {
  const personId = await hireYoung(world, world.school, { lastName: 'Физиков' });
  const own = await as(world, personId);
  const { id } = await makeRequest({ ...own, today: '2026-11-10' }, { personId, subject: 'физика' });
  await letOutside(own, id, { version: 1 });
  return { personId, own, id };
}

async function openMentor(unitId: Id = world.sibling, isOpenOutside = true): Promise<Id> {
  const personId = await hire(world, unitId);
  await db.insertInto('mentorProfile').values({ personId, unitId, regionId: world.region, isOpenOutside }).execute();
  return personId;
}

const terms = (mentorId: Id): OutwardTerms => ({ mentorId, agreementId, format: 'in_person', remoteReason: null });
const stateOf = async (id: Id) =>
  (await db.selectFrom('outwardOffer').select('state').where('id', '=', id).executeTakeFirstOrThrow()).state;

describe('going outside', () => {
  test('takes the mentee’s own word, after ten days or when nobody inside would do', async () => {
    const personId = await hireYoung(world, world.school);
    const colleague = await hire(world, world.school);
    const own = await as(world, personId);
    const { id } = await makeRequest(own, { personId });
    await expect(letOutside(own, id, { version: 1 })).rejects.toMatchObject({ code: 'outward-too-early' });
    await expect(letOutside({ ...own, today: '2026-12-01' }, id, { version: 1 })).rejects.toMatchObject({
      code: 'outward-too-early',
    });
    await expect(letOutside(curator, id, { version: 1 })).rejects.toThrow();
    expect((await site.get(`/requests/${id}`, { as: coordinator.personId })).status).toBe(404);
    await letOutside({ ...own, today: '2026-12-02' }, id, { version: 1 });
    expect(await (await site.get(`/requests/${id}`, { as: coordinator.personId })).text()).toContain('Подобрать');
    await expect(letOutside(own, id, { version: 2 })).rejects.toMatchObject({ code: 'already-outward' });
    await keepInside(own, id, { version: 2 });
    expect((await site.get(`/requests/${id}`, { as: coordinator.personId })).status).toBe(404);
    const everyone = await db.selectFrom('person').select('id').where('unitId', '=', world.school).execute();
    for (const other of everyone)
      if (other.id !== personId) await wishFor(own, id, { mentorId: other.id, wish: 'avoid' });
    await letOutside(own, id, { version: 3 });
    expect(everyone.map((one) => one.id)).toContain(colleague);
  });

  test('is told to the coordinator of the municipality, not to another one nor to upper tiers', async () => {
    const { id } = await wentOutside();
    const list = async (who: Id) => (await site.get('/requests?search=физиков', { as: who })).text();
    expect(await list(coordinator.personId)).toContain(id);
    const far = await actorWith(world, 'municipalCoordinator', world.otherMunicipality);
    expect(await list(far.personId)).not.toContain(id);
    for (const role of ['methodologist', 'ministryOfficer'] as const) {
      const official = await actorWith(world, role, world.region);
      expect((await site.get(`/requests/${id}`, { as: official.personId })).status).toBe(404);
    }
  });
});

test('a profile opened at another organisation opens nobody to the coordinator, nor an offer made from there', async () => {
  const mentorId = await openMentor();
  const card = async () => (await site.get(`/people/${mentorId}`, { as: coordinator.personId })).status;
  expect(await card()).toBe(200);
  const { id } = await wentOutside();
  const offer = await offerFromOutside(coordinator, id, terms(mentorId));
  await db.updateTable('person').set({ unitId: world.school }).where('id', '=', mentorId).execute();
  expect(await card()).toBe(404);
  await careForRequests(world.system);
  expect(await stateOf(offer.id)).toBe('closed');
  expect(await newsTo(world, coordinator.personId)).toContain('outward-passed');
});

describe('an offer from outside', () => {
  test('is agreed to by the mentor and his home, and only then may the curator propose him', async () => {
    const { personId, id } = await wentOutside();
    const mentorId = await openMentor();
    const pair = { menteeId: personId, mentorId };
    const across = { legalBasis: 'cooperation_agreement' as const };
    await expect(makeProposal(curator, pair, across)).rejects.toThrow(NotFound);
    const offer = await offerFromOutside(coordinator, id, terms(mentorId));
    expect(await newsTo(world, mentorId)).toEqual(['outward-asked']);
    expect(await newsTo(world, homeCurator.personId)).toContain('outward-home');
    await answerOutward(await as(world, mentorId), offer.id, { answer: 'agreed' });
    await expect(makeProposal(curator, pair, across)).rejects.toThrow(NotFound);
    await answerForHome(homeCurator, offer.id, { answer: 'agreed' });
    expect(await stateOf(offer.id)).toBe('agreed');
    expect(await newsTo(world, personId)).toEqual(['outward-agreed']);
    const told = db.selectFrom('notice').select('path').where('personId', '=', coordinator.personId);
    const { path } = await told.where('kind', '=', 'outward-agreed').orderBy('id', 'desc').executeTakeFirstOrThrow();
    const address = `/matching/${personId}/propose/${mentorId}`;
    expect(await (await site.get('/', { as: curator.personId })).text()).toContain(address);
    expect((await site.get(address, { as: curator.personId })).status).toBe(200);
    expect((await site.get(address, { as: homeCurator.personId })).status).toBe(404);
    await expect(makeProposal(curator, pair)).rejects.toMatchObject({ code: 'basis-needs-one-employer' });
    const other = await hireYoung(world, world.school);
    await expect(makeProposal(curator, { menteeId: other, mentorId }, across)).rejects.toThrow(NotFound);
    await makeProposal(curator, pair, across);
    expect(await stateOf(offer.id)).toBe('closed');
    expect((await site.get(`/requests/${id}`, { as: coordinator.personId })).status).toBe(404);
    expect((await site.get(path, { as: coordinator.personId })).status).toBe(200);
  });

  test('refused by either side is one and the same to everybody', async () => {
    const outcomes: string[] = [];
    for (const who of ['mentor', 'home'] as const) {
      const { id, own } = await wentOutside();
      const mentorId = await openMentor();
      const offer = await offerFromOutside(coordinator, id, terms(mentorId));
      if (who === 'mentor') await answerOutward(await as(world, mentorId), offer.id, { answer: 'declined' });
      else await answerForHome(homeCurator, offer.id, { answer: 'declined' });
      const row = await db.selectFrom('outwardOffer').selectAll().where('id', '=', offer.id).executeTakeFirstOrThrow();
      outcomes.push(JSON.stringify([row.state, row.mentorAgreedOn, row.homeAgreedOn]));
      await expect(offerFromOutside(coordinator, id, terms(await openMentor()))).resolves.toHaveProperty('id');
      const request = db.selectFrom('mentoringRequest').select('version').where('id', '=', id);
      await keepInside(own, id, await request.executeTakeFirstOrThrow());
      expect((await site.get(`/requests/${id}`, { as: coordinator.personId })).status).toBe(404);
    }
    expect(new Set(outcomes).size).toBe(1);
    expect(await newsTo(world, coordinator.personId)).toContain('outward-passed');
    const news = db.selectFrom('notice').select('path').where('personId', '=', coordinator.personId);
    const { path } = await news.where('kind', '=', 'outward-passed').orderBy('id', 'desc').executeTakeFirstOrThrow();
    expect((await site.get(path, { as: coordinator.personId })).status).toBe(200);
  });

  test('needs an agreement in force, an open profile, a reach, one at a time', async () => {
    const { id } = await wentOutside();
    const mentorId = await openMentor();
    const over = await makeAgreement(curator, world.school, {
      ...{
        partnerUnitId: world.sibling,
        partnerName: null,
        number: '2',
        startedOn: '2026-01-01',
        signedOn: '2026-01-01',
      },
      endedOn: '2026-11-21',
    });
    await expect(offerFromOutside(coordinator, id, { ...terms(mentorId), agreementId: over.id })).rejects.toMatchObject(
      {
        code: 'no-agreement',
      },
    );
    const closed = await openMentor(world.sibling, false);
    await expect(offerFromOutside(coordinator, id, terms(closed))).rejects.toThrow(NotFound);
    await expect(offerFromOutside(coordinator, id, terms(await openMentor(world.farSchool)))).rejects.toThrow(NotFound);
    await expect(offerFromOutside(coordinator, id, terms(await openMentor(world.school)))).rejects.toThrow(NotFound);
    await expect(offerFromOutside(curator, id, terms(mentorId))).rejects.toThrow();
    await offerFromOutside(coordinator, id, terms(mentorId));
    await expect(offerFromOutside(coordinator, id, terms(await openMentor()))).rejects.toMatchObject({
      code: 'outward-offer-live',
    });
  });

  test('says why the work goes at a distance; another municipality means a distance', async () => {
    const { id } = await wentOutside();
    const mentorId = await openMentor();
    const remote = { ...terms(mentorId), format: 'remote' as const };
    await expect(offerFromOutside(coordinator, id, remote)).rejects.toMatchObject({ code: 'distance-needs-reason' });
    await grant(world, coordinator.personId, 'municipalCoordinator', world.otherMunicipality);
    const ofTwo = await as(world, coordinator.personId);
    const far = await openMentor(world.farSchool);
    const farAgreement = await makeAgreement(curator, world.school, {
      ...{ partnerUnitId: world.farSchool, partnerName: null, number: '3' },
    });
    const distant = { ...terms(far), agreementId: farAgreement.id };
    await expect(offerFromOutside(ofTwo, id, distant)).rejects.toMatchObject({ code: 'far-needs-distance' });
    const reason = { format: 'remote', remoteReason: 'nobody_near' } as const;
    await expect(offerFromOutside(ofTwo, id, { ...distant, ...reason })).resolves.toHaveProperty('id');
  });

  test('is closed when the mentee takes the permission or the request back', async () => {
    for (const leave of [keepInside, withdrawRequest]) {
      const { own, id } = await wentOutside();
      const mentorId = await openMentor();
      const offer = await offerFromOutside(coordinator, id, terms(mentorId));
      await leave(own, id, { version: 2 });
      expect(await stateOf(offer.id)).toBe('closed');
      await expect(answerOutward(await as(world, mentorId), offer.id, { answer: 'agreed' })).rejects.toMatchObject({
        code: 'offer-not-awaiting',
      });
      const page = await (await site.get(`/outward-offers/${offer.id}/answer`, { as: mentorId })).text();
      expect(page).not.toContain('Физиков');
    }
  });
});
