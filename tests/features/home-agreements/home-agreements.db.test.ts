import { beforeAll, describe, expect, test } from 'vitest';
import { NotFound } from '#app/access/refusals.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { makeBareProposal } from '#app/demo/factories/mentorships.ts';
import { listTasks } from '#app/features/home/home.queries.server.ts';
import { answerHomeAgreement } from '#app/features/home-agreements/home-agreement.operations.server.ts';
import { recordPaperConsent } from '#app/features/mentorships/mentorship.operations.server.ts';
import { listLacks } from '#app/features/mentorships/mentorship-lacks.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { newsTo, order, type School, schoolOf, storedMentorship } from '#tests/features/mentorships/pairs.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, as, buildWorld, grant, hire, hireYoung, TODAY, type World } from '#tests/support/world.ts';

const db = testDatabase();
const PERIOD = { startedOn: TODAY, endedOn: '2027-05-31' };
const AGREED = { answer: 'agreed', agreement: '№ 5', version: 1 } as const;
let world: World;
let site: Site;
let school: School;
let home: School;
let strangers: Awaited<ReturnType<typeof actorWith>>[];

beforeAll(async () => {
  world = await buildWorld(db);
  site = openSite(db);
  const curator = await actorWith(world, 'curator', world.school);
  // Reaches the mentors next door as well, so that a pair across schools can be proposed in one step.
  await grant(world, curator.personId, 'curator', world.sibling);
  school = {
    curator: { ...(await as(world, curator.personId)), personId: curator.personId },
    head: await actorWith(world, 'head', world.school),
  };
  home = await schoolOf(world, world.sibling);
  strangers = [
    await actorWith(world, 'curator', world.farSchool),
    await actorWith(world, 'mentor', world.sibling),
    await actorWith(world, 'municipalCoordinator', world.municipality),
  ];
});

async function acrossSchools(kindCode = 'one_to_one') {
  const pair = { mentorId: await hire(world, world.sibling), menteeId: await hireYoung(world, world.school) };
  const terms = { ...PERIOD, legalBasis: 'cooperation_agreement', kindCode } as const;
  const { id } = await makeBareProposal(school.curator, pair, terms);
  const { id: homeId } = await db
    .selectFrom('homeAgreement')
    .select('id')
    .where('mentorshipId', '=', id)
    .executeTakeFirstOrThrow();
  return { id, homeId, ...pair };
}

async function consentBoth({ id, mentorId, menteeId }: { id: Id; mentorId: Id; menteeId: Id }) {
  for (const personId of [mentorId, menteeId])
    await recordPaperConsent(school.curator, id, { personId, answer: 'given', answeredOn: TODAY });
}

describe('the home organisation of a mentor from elsewhere', () => {
  test('is asked with the proposal: head and curator have it among their tasks and news', async () => {
    const pair = await acrossSchools();
    for (const { personId } of [home.head, home.curator]) {
      expect(await newsTo(world, personId)).toContain('home-agreement-asked');
      expect(await listTasks(await as(world, personId))).toContainEqual(
        expect.objectContaining({ kind: 'home-agreement', href: paths.homeAgreement(pair.homeId) }),
      );
    }
    expect(await newsTo(world, school.head.personId)).not.toContain('home-agreement-asked');
  });

  test('reads the terms and the other organisation, not who is taught there', async () => {
    const pair = await acrossSchools();
    await db.updateTable('person').set({ lastName: 'Тайнова' }).where('id', '=', pair.menteeId).execute();
    const page = await (await site.get(paths.homeAgreement(pair.homeId), { as: home.head.personId })).text();
    expect(page).toContain('Гимназия № 2');
    expect(page).not.toContain('Тайнова');
  });

  test('is not asked about its own mentorships, nor when the mentor is employed here too', async () => {
    const own = { mentorId: await hire(world, world.school), menteeId: await hireYoung(world, world.school) };
    const { id } = await makeBareProposal(school.curator, own, PERIOD);
    expect(await db.selectFrom('homeAgreement').select('id').where('mentorshipId', '=', id).execute()).toEqual([]);
    expect(await listLacks(school.curator, [id])).toEqual([]);
  });

  test('answers for itself alone: others find nothing to answer', async () => {
    const pair = await acrossSchools();
    for (const stranger of [...strangers, school.head]) {
      await expect(answerHomeAgreement(stranger, pair.homeId, AGREED)).rejects.toThrow(NotFound);
      expect((await site.get(paths.homeAgreement(pair.homeId), { as: stranger.personId })).status).toBe(404);
    }
    await answerHomeAgreement(home.curator, pair.homeId, AGREED);
    const row = db.selectFrom('homeAgreement').selectAll().where('id', '=', pair.homeId);
    expect(await row.executeTakeFirstOrThrow()).toMatchObject({
      ...{ state: 'agreed', agreement: '№ 5', decidedOn: TODAY, decidedBy: home.curator.personId, version: 2 },
    });
  });
});

describe('without its agreement', () => {
  test('no order names the mentorship; with it one does', async () => {
    const pair = await acrossSchools();
    await consentBoth(pair);
    const refused = order(world, school, world.school, [pair.id], TODAY);
    await expect(refused).rejects.toMatchObject({ code: 'home-organisation-not-agreed' });
    const page = await (await site.get(paths.mentorship(pair.id), { as: school.head.personId })).text();
    expect(page).toContain('Согласие организации наставника');
    await answerHomeAgreement(home.head, pair.homeId, AGREED);
    expect(await newsTo(world, school.curator.personId)).toContain('home-agreed');
    await order(world, school, world.school, [pair.id], TODAY);
    expect((await storedMentorship(world, pair.id)).state).toBe('active');
    await expect(
      answerHomeAgreement(home.head, pair.homeId, { ...AGREED, answer: 'refused', version: 2 }),
    ).rejects.toMatchObject({ code: 'home-answer-too-late' });
  });

  test('a mentorship of a kind without an order does not begin with the last consent, but with the agreement', async () => {
    const pair = await acrossSchools('situational');
    await consentBoth(pair);
    expect((await storedMentorship(world, pair.id)).state).toBe('consented');
    await answerHomeAgreement(home.head, pair.homeId, AGREED);
    expect((await storedMentorship(world, pair.id)).state).toBe('active');
  });

  test('which it refused, the proposer is told, and the answer may still change', async () => {
    const pair = await acrossSchools();
    await answerHomeAgreement(home.head, pair.homeId, { ...AGREED, answer: 'refused' });
    expect(await newsTo(world, school.curator.personId)).toContain('home-refused');
    const again = { ...AGREED, version: 1 };
    await expect(answerHomeAgreement(home.curator, pair.homeId, again)).rejects.toThrow(StaleWrite);
    await answerHomeAgreement(home.curator, pair.homeId, { ...AGREED, version: 2 });
    expect(await listLacks(school.curator, [pair.id])).toEqual([]);
    const same = answerHomeAgreement(home.head, pair.homeId, { ...AGREED, version: 3 });
    await expect(same).rejects.toMatchObject({ code: 'home-answer-same' });
  });
});
