import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { countOrganisations } from '#app/features/monitoring/monitoring-count.server.ts';
import type { Counters } from '#app/features/monitoring/monitoring-indicators.ts';
import type { Period } from '#app/features/monitoring/monitoring-period.ts';
import type { Id } from '#db/schema.ts';
import { testDatabase } from '../../support/database.ts';
import { buildWorld, hire, hireYoung, TODAY, type World } from '../../support/world.ts';
import { addItem, addPair, addPay, addRoute } from './facts.ts';

const db = testDatabase();
let world: World;
let school: Counters;
let sibling: Counters;
let year: Counters;
let lastYear: Counters;

async function countersOf(unitId: Id, period: Period): Promise<Counters> {
  return (await countOrganisations(world.system, [unitId], period)).get(unitId) ?? {};
}

/** One school worked out by hand; the sibling lends a mentor. */
async function build(): Promise<void> {
  const old = (category: 'highest' | 'mentor_teacher' | 'none') => hire(world, world.school, { category });
  const mentor: Id = await old('mentor_teacher');
  const reserve = await old('highest');
  await old('none');
  const lent = await hire(world, world.sibling, { category: 'methodist_teacher' });
  const first = await hireYoung(world, world.school);
  const second = await hireYoung(world, world.school, {
    teachingSince: '2023-11-22',
    employment: { postCode: 'teacher', subject: 'физика', startedOn: '2025-10-01' },
  });
  const tooOld = { postCode: 'teacher', subject: 'физика', startedOn: '2024-09-01' };
  await hireYoung(world, world.school, { teachingSince: '2023-11-21', employment: tooOld });
  await hireYoung(world, world.school, { employment: null });
  const inner = await addPair(world, world.school, { id: mentor, unitId: world.school }, [first, second]);
  const outer = await addPair(world, world.school, { id: lent, unitId: world.sibling }, [first], { order: false });
  await addPair(world, world.school, { id: reserve, unitId: world.school }, [second], {
    state: 'proposed',
    order: false,
  });
  await addPair(world, world.school, { id: reserve, unitId: world.school }, [second], {
    from: '2026-09-01',
    to: '2026-09-20',
    basis: 'job_function',
  });
  await addItem(world, inner, '2026-10-01', '2026-09-30');
  await addItem(world, inner, '2026-10-10', '2026-10-12', 'trial');
  await addItem(world, inner, '2026-11-01', null);
  await addItem(world, outer, TODAY, null);
  await addItem(world, outer, '2026-12-20', null);
  await addRoute(world, { id: second, unitId: world.school }, [
    { dueOn: '2026-09-15', closedOn: '2026-09-10' },
    { dueOn: '2026-11-21', closedOn: null },
    { dueOn: '2026-12-21', closedOn: null },
    { dueOn: '2026-03-21', closedOn: '2026-10-21', kind: 'innovation' },
  ]);
  await addPay(world, world.sibling, lent, '2026-10-01', '2026-10-31');
  await addPay(world, world.school, mentor, '2026-05-01', '2026-08-31');
}

beforeAll(async () => {
  world = await buildWorld(db);
  await build();
  school = await countersOf(world.school, '2026-h1');
  sibling = await countersOf(world.sibling, '2026-h1');
  year = await countersOf(world.school, '2026-year');
  lastYear = await countersOf(world.school, '2025-year');
});

describe('counting one organisation', () => {
  it('counts mentorships of thirty days or more at the mentee, their papers and the ones across organisations', () => {
    expect(school).toMatchObject({ organisations: 1, mentorships: 2, mentorshipsFullPapers: 1, mentorshipsAcross: 1 });
    expect(sibling.mentorships).toBeUndefined();
  });

  it('counts items due so far, not what is due today, and those done in time', () => {
    expect(school).toMatchObject({ planItemsDue: 3, planItemsOnTime: 1, planPeople: 2, planPeopleOnTime: 2 });
    expect(school.planPeopleLate).toBe(2);
  });

  it('counts young teachers up to the day three years end, at work, and the mentored among them', () => {
    expect(school).toMatchObject({ youngTeachers: 2, youngTeachersMentored: 2 });
  });

  it('counts each mentor once and at home, with seats and pay of the period', () => {
    expect(school).toMatchObject({ mentors: 1, labourMentors: 1, mentorSeats: 2 });
    expect(school.labourMentorsPaid).toBeUndefined();
    expect(sibling).toMatchObject({ mentors: 1, labourMentors: 1, mentorSeats: 1, labourMentorsPaid: 1 });
  });

  it('counts steps of routes due so far and closed with product and attitude', () => {
    expect(school).toMatchObject({ routeStepsDue: 2, routeStepsClosed: 1, routePeople: 1, routePeopleOpen: 1 });
  });

  it('counts a mentee with several mentors once, innovating by a trial of the plan or of the route', () => {
    expect(school).toMatchObject({ mentees: 2, menteesInnovating: 2 });
  });

  it('counts newcomers in the year of their first anniversary and who is still there', () => {
    expect(year).toMatchObject({ newcomers: 1, newcomersStayed: 1 });
    expect(lastYear).toMatchObject({ newcomers: 1, newcomersStayed: 1 });
    expect(school.newcomers).toBeUndefined();
  });

  it('counts teachers of the highest category and above', () => {
    expect(school).toMatchObject({ highestCategory: 2, mentorCategory: 1 });
    expect(sibling).toMatchObject({ highestCategory: 1, mentorCategory: 1 });
  });

  it('counts papers as full only with the signed supplement where the Labour Code asks for one', async () => {
    const full = async () => (await countersOf(world.school, '2026-h1')).mentorshipsFullPapers;
    await sql`update contract_supplement set state = 'annulled' where unit_id = ${world.school}`.execute(db);
    expect(await full()).toBeUndefined();
    await sql`update mentorship set legal_basis = 'job_function' where unit_id = ${world.school}`.execute(db);
    expect(await full()).toBe(1);
    await sql`update mentorship set kind_code = 'situational' where unit_id = ${world.school}`.execute(db);
    expect(await full()).toBe(2);
  });

  it('counts nothing before a period begins', async () => {
    expect(await countersOf(world.school, '2026-h2')).toEqual({});
  });
});
