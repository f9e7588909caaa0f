import { beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#app/core/ids.ts';
import { makeConsented } from '#app/demo/factories/mentorships.ts';
import { makeAward, makeMoney, mentorOf } from '#app/demo/factories/stimuli.ts';
import { approveStimulus } from '#app/features/stimuli/stimulus.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '#tests/support/database.ts';
import { openSite, type Site } from '#tests/support/site.ts';
import { actorWith, buildWorld, TODAY, type World } from '#tests/support/world.ts';
import { order, pairAt, type School, schoolOf } from '../mentorships/pairs.ts';

const db = testDatabase();
const BASIS = 'Особый пункт 7.7 положения';
let world: World;
let school: School;
let site: Site;
let hrOfficer: Awaited<ReturnType<typeof actorWith>>;
let pair: { id: Id; memberId: Id; mentorId: Id; menteeId: Id };

beforeAll(async () => {
  world = await buildWorld(db);
  school = await schoolOf(world, world.school);
  hrOfficer = await actorWith(world, 'hrOfficer', world.school);
  site = openSite(db);
  const people = await pairAt(world, world.school);
  const { id } = await makeConsented(school.curator, people);
  await order(world, school, world.school, [id], TODAY);
  pair = { id, ...people, memberId: await mentorOf(world.system, id) };
});

const html = async (path: string, personId: Id) =>
  (await (await site.get(path, { as: personId })).text()).replaceAll('\u00A0', ' ');
const status = async (path: string, personId: Id) => (await site.get(path, { as: personId })).status;
const money = () => ({
  memberId: pair.memberId,
  kind: 'stimulating',
  basis: 'Пункт 4.2 Положения',
  amountKopecks: '3 450,50',
  startedOn: '01.11.2026',
  endedOn: '30.11.2026',
  _once: newId(),
});

describe('who sees a sum', () => {
  test('head and HR officer do; the curator sees the fact; the mentor only once it is approved', async () => {
    const { id } = await makeMoney(school.curator, pair.memberId, { amountKopecks: 777_777, basis: BASIS });
    for (const path of [paths.stimuli(), paths.stimulus(id)]) {
      for (const personId of [school.head.personId, hrOfficer.personId]) {
        expect(await html(path, personId)).toContain('7 777,77 ₽');
      }
      const forCurator = await html(path, school.curator.personId);
      expect(forCurator).toContain('стимулирующая выплата');
      expect(forCurator).toContain('видят руководитель и кадровик');
      expect(forCurator).not.toMatch(/777/);
      expect(forCurator).not.toContain(BASIS);
    }
    expect(await status(paths.stimulus(id), pair.mentorId)).toBe(404);
    expect(await html(paths.stimuli(), pair.mentorId)).not.toContain('7 777,77');
    await approveStimulus(school.head, id, { version: 1 });
    expect(await html(paths.stimulus(id), pair.mentorId)).toContain('7 777,77 ₽');
    expect(await html(paths.stimuli(), pair.mentorId)).toContain('7 777,77 ₽');
  });

  test('the mentee, another teacher and another school see nothing at all', async () => {
    const { id } = await makeMoney(school.curator, pair.memberId);
    await approveStimulus(school.head, id, { version: 1 });
    const other = await pairAt(world, world.school);
    const otherHead = await actorWith(world, 'head', world.sibling);
    const otherHr = await actorWith(world, 'hrOfficer', world.sibling);
    for (const personId of [pair.menteeId, other.mentorId, otherHead.personId, otherHr.personId]) {
      expect(await status(paths.stimulus(id), personId)).toBe(404);
      expect(await html(paths.stimuli(), personId)).not.toContain(paths.stimulus(id));
    }
  });

  test('awards are whole for the curator', async () => {
    const { id } = await makeAward(school.curator, pair.memberId, { kind: 'state_badge', basis: BASIS });
    const shown = await html(paths.stimulus(id), school.curator.personId);
    expect(shown).toContain('знак отличия «За наставничество»');
    expect(shown).toContain(BASIS);
  });
});

describe('the form of a payment', () => {
  test('reads roubles and kopecks and acts once for a repeated post', async () => {
    const form = { ...money(), basis: 'Приказ 1 о выплате' };
    const posts = await Promise.all(
      [1, 2, 3, 4, 5].map(() => site.post(paths.stimulusMoney(), form, { as: school.curator.personId })),
    );
    expect(posts.map((post) => post.status)).toEqual([303, 303, 303, 303, 303]);
    expect(new Set(posts.map((post) => post.headers.get('Location'))).size).toBe(1);
    const made = await db.selectFrom('stimulus').select('amountKopecks').where('basis', '=', form.basis).execute();
    expect(made).toEqual([{ amountKopecks: 345_050 }]);
  });

  test.each(['memberId', 'kind', 'basis', 'amountKopecks', 'startedOn', 'endedOn'] as const)(
    'is refused without %s, keeping what was typed',
    async (field) => {
      const before = await db.selectFrom('stimulus').select('id').execute();
      const form = { ...money(), basis: 'Приказ 2 о выплате', [field]: '' };
      const answer = await site.post(paths.stimulusMoney(), form, { as: school.curator.personId });
      expect(answer.status).toBe(422);
      const shown = await answer.text();
      expect(shown).toContain(`href="#f-${field}"`);
      if (field !== 'basis') expect(shown).toContain('Приказ 2 о выплате');
      expect(await db.selectFrom('stimulus').select('id').execute()).toHaveLength(before.length);
    },
  );

  test.each(['3,450', '-5', 'много', '0'])('does not take «%s» for a sum', async (amountKopecks) => {
    const answer = await site.post(
      paths.stimulusMoney(),
      { ...money(), amountKopecks },
      { as: school.curator.personId },
    );
    expect(answer.status).toBe(422);
    expect(await answer.text()).toMatch(amountKopecks === '0' ? /сумму больше нуля/ : /нужна сумма в рублях/);
  });
});

test('approval and payment go through their pages, each by its own role', async () => {
  const { id } = await makeMoney(school.curator, pair.memberId);
  const post = async (path: string, form: Record<string, string>, personId: Id) =>
    (await site.post(path, form, { as: personId })).status;
  expect(await html(paths.stimulusApprove(id), school.head.personId)).toContain('3 450,50 ₽');
  expect(await post(paths.stimulusApprove(id), { version: '1' }, school.curator.personId)).toBe(404);
  expect(await post(paths.stimulusApprove(id), { version: '1' }, school.head.personId)).toBe(303);
  expect(await post(paths.stimulusPay(id), { paidOn: '22.11.2026', version: '2' }, school.head.personId)).toBe(404);
  expect(await post(paths.stimulusPay(id), { paidOn: '', version: '2' }, hrOfficer.personId)).toBe(422);
  expect(await post(paths.stimulusPay(id), { paidOn: '22.11.2026', version: '2' }, hrOfficer.personId)).toBe(303);
  expect(await html(paths.stimulus(id), pair.mentorId)).toContain('выплачено');
});
