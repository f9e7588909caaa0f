import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CandidateFacts,
  match,
  PART_CODES,
  type PartCode,
  SCORE_CEILINGS,
} from '#app/features/matching/matching.ts';
import { usualAllowance } from '#app/features/mentor-profiles/workload.ts';
import { CATEGORIES } from '#app/features/people/person.ts';
import { candidate, menteeOf, PERIOD, post, TODAY } from './candidates.ts';

const ask = (candidates: readonly CandidateFacts[], mentee = menteeOf(), kindCode = 'one_to_one') =>
  match({ mentee, candidates, period: PERIOD, kindCode, hoursPerWeek: null, today: TODAY });

const pointsOf = (facts: CandidateFacts, code: PartCode, mentee = menteeOf()) =>
  ask([facts], mentee).ranked[0]?.parts.find((part) => part.code === code)?.points;

const refusalOf = (facts: CandidateFacts) => ask([facts]).refused[0]?.refusals[0];

describe('the score', () => {
  test('its parts reach 100 together, and a perfect colleague gets all of it', () => {
    expect(Object.values(SCORE_CEILINGS).reduce((sum, one) => sum + one, 0)).toBe(100);
    const perfect = candidate({ category: 'mentor_teacher' });
    expect(ask([perfect]).ranked[0]?.total).toBe(100);
  });

  test('the same subject counts in full, the same post with another subject in part, another post not at all', () => {
    expect(pointsOf(candidate(), 'subject')).toBe(35);
    expect(pointsOf(candidate({ work: [post({ subject: 'Физика, МАТЕМАТИКА' })] }), 'subject')).toBe(35);
    const other = pointsOf(candidate({ work: [post({ subject: 'история' })] }), 'subject') ?? 0;
    expect(other).toBeGreaterThan(0);
    expect(other).toBeLessThan(35);
    expect(pointsOf(candidate({ work: [post({ postCode: 'methodist', subject: null })] }), 'subject')).toBe(0);
  });

  test('people whose posts have no subject are matched by post', () => {
    const educator = [post({ postCode: 'educator', subject: null })];
    expect(pointsOf(candidate({ work: educator }), 'subject', menteeOf({ work: educator }))).toBe(35);
  });

  test('years of teaching count up to fifteen', () => {
    expect(pointsOf(candidate({ teachingSince: '2011-11-22' }), 'experience')).toBe(20);
    expect(pointsOf(candidate({ teachingSince: '1990-09-01' }), 'experience')).toBe(20);
    expect(pointsOf(candidate({ teachingSince: '2019-11-22' }), 'experience')).toBe(9);
    expect(pointsOf(candidate({ teachingSince: null }), 'experience')).toBe(0);
  });

  test('the category counts by rank', () => {
    const points = CATEGORIES.map((category) => pointsOf(candidate({ category }), 'category'));
    expect(points).toEqual([0, 9, 12, 15, 15]);
  });

  test('free places and the own organisation count', () => {
    const busy = candidate({ taken: [PERIOD, PERIOD] });
    expect(pointsOf(busy, 'capacity')).toBe(7);
    expect(pointsOf(candidate(), 'capacity')).toBe(20);
    expect(pointsOf(candidate(), 'organisation')).toBe(10);
    expect(pointsOf(candidate({ unitId: 'elsewhere' }), 'organisation')).toBe(0);
  });

  test('a subject of a post that ended before the period does not count', () => {
    const past = candidate({ work: [post({ endedOn: '2020-05-31' }), post({ subject: 'химия' })] });
    expect(pointsOf(past, 'subject')).toBeLessThan(35);
  });
});

describe('refusals', () => {
  test('the mentee is refused as the own mentor and nothing would change it', () => {
    expect(refusalOf(candidate({ personId: 'mentee' }))).toMatchObject({
      code: 'mentor-is-mentee',
      whatWouldChange: { code: 'nothing' },
    });
  });

  test('a full mentor is refused with the day a place frees', () => {
    const until = { startedOn: '2026-09-01', endedOn: '2027-01-31' };
    const long = { startedOn: '2026-09-01', endedOn: '2027-08-31' };
    const full = candidate({ allowance: usualAllowance(2), taken: [until, long] });
    expect(refusalOf(full)).toEqual({
      code: 'no-capacity',
      values: { taken: 2, limit: 2 },
      whatWouldChange: { code: 'place-frees', on: '2027-02-01' },
    });
  });

  test('a mentor who takes nobody is refused until the limit is raised', () => {
    expect(refusalOf(candidate({ allowance: usualAllowance(0) }))).toMatchObject({
      code: 'no-capacity',
      whatWouldChange: { code: 'raise-limit', on: null },
    });
  });

  test('a pair already together is refused until it ends', () => {
    const together = candidate({ withMentee: [{ ...PERIOD, mirrored: false }] });
    expect(refusalOf(together)).toMatchObject({
      code: 'already-paired',
      whatWouldChange: { code: 'end-of-pair', on: PERIOD.endedOn },
    });
  });

  test('employment that ends inside the period refuses', () => {
    const leaving = candidate({ work: [post({ endedOn: '2027-02-28' })] });
    expect(refusalOf(leaving)).toMatchObject({ code: 'outside-employment' });
  });

  test('a young teacher mentors only in reverse', () => {
    const young = candidate({ teachingSince: '2024-09-01' });
    expect(refusalOf(young)).toMatchObject({ code: 'mentor-young' });
    expect(ask([young], menteeOf(), 'reverse').ranked).toHaveLength(1);
  });

  test('a post that neither teaches nor leads refuses, a head may mentor', () => {
    const secretary = candidate({ work: [post({ postCode: 'academic_secretary', isTeaching: false, subject: null })] });
    expect(refusalOf(secretary)).toMatchObject({ code: 'mentor-post' });
    const head = candidate({ work: [post({ postCode: 'head', isTeaching: false, subject: null })] });
    expect(ask([head]).ranked).toHaveLength(1);
  });

  test('nobody without category or confirmed result is offered, and a confirmed result would change it (M-06)', () => {
    expect(refusalOf(candidate({ hasResults: false }))).toEqual({
      code: 'mentor-without-results',
      values: {},
      whatWouldChange: { code: 'confirmed-result', on: null },
    });
  });

  test('a pause in new requests is told with its last day', () => {
    expect(refusalOf(candidate({ isTaking: false, pauseEndsOn: '2027-01-10' }))).toMatchObject({
      code: 'not-taking',
      whatWouldChange: { code: 'pause-ends', on: '2027-01-10' },
    });
  });

  test('a week without free hours is refused with the hours; fewer of them may fit', () => {
    const busy = { ...PERIOD, hoursPerWeek: 8 };
    expect(refusalOf(candidate({ taken: [PERIOD], hoursTaken: [{ ...busy, hoursPerWeek: 9 }] }))).toMatchObject({
      code: 'no-hours',
      values: { hours: 9, mostHours: 9 },
      whatWouldChange: { code: 'place-frees', on: '2027-06-01' },
    });
    const asked = { mentee: menteeOf(), period: PERIOD, kindCode: 'one_to_one', hoursPerWeek: 2, today: TODAY };
    const always = { startedOn: TODAY, endedOn: '2027-05-31', hoursPerWeek: 8 };
    const found = match({ ...asked, candidates: [candidate({ hoursTaken: [always] })] });
    expect(found.refused[0]?.refusals[0]).toMatchObject({ code: 'no-hours', values: { hours: 8, mostHours: 9 } });
  });

  test('every rule that stands against is told', () => {
    const both = candidate({ allowance: usualAllowance(0), teachingSince: '2025-09-01' });
    expect(
      ask([both])
        .refused[0]?.refusals.map(({ code }) => code)
        .sort(),
    ).toEqual(['mentor-young', 'no-capacity']);
  });
});

const anyDay = fc
  .integer({ min: 0, max: 8000 })
  .map((days) => new Date(Date.UTC(2005, 0, 1 + days)).toISOString().slice(0, 10));
const anyPeriod = fc
  .tuple(anyDay, anyDay)
  .map(([one, other]) => (one < other ? { startedOn: one, endedOn: other } : { startedOn: other, endedOn: one }));
const anyCandidate: fc.Arbitrary<CandidateFacts> = fc.record({
  personId: fc.uuid(),
  unitId: fc.constantFrom('school', 'elsewhere'),
  nameKey: fc.constantFrom('иванов', 'петров', 'сидоров'),
  category: fc.constantFrom(...CATEGORIES),
  teachingSince: fc.option(anyDay),
  work: fc.array(
    fc.record({
      postCode: fc.constantFrom('teacher', 'head', 'academic_secretary'),
      isTeaching: fc.boolean(),
      subject: fc.option(fc.constantFrom('математика', 'физика', 'физика; химия', '')),
      startedOn: anyDay,
      endedOn: fc.option(anyDay),
    }),
    { maxLength: 3 },
  ),
  allowance: fc.integer({ min: 0, max: 5 }).map((people) => usualAllowance(people)),
  hoursTaken: fc.constant([]),
  hasResults: fc.boolean(),
  isTaking: fc.boolean(),
  isReadyRemote: fc.boolean(),
  pauseEndsOn: fc.option(anyDay),
  taken: fc.array(anyPeriod, { maxLength: 6 }),
  withMentee: fc.array(
    anyPeriod.chain((period) => fc.boolean().map((mirrored) => ({ ...period, mirrored }))),
    {
      maxLength: 2,
    },
  ),
});
const anyCandidates = fc.uniqueArray(anyCandidate, { selector: ({ personId }) => personId, maxLength: 12 });

describe('for any people', () => {
  test('parts sum to the total and none passes its ceiling', () => {
    fc.assert(
      fc.property(anyCandidates, (candidates) => {
        for (const { parts, total } of ask(candidates).ranked) {
          expect(parts.map(({ code }) => code)).toEqual(PART_CODES);
          expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(total);
          for (const { code, points, ceiling } of parts) {
            expect(ceiling).toBe(SCORE_CEILINGS[code]);
            expect(points).toBeGreaterThanOrEqual(0);
            expect(points).toBeLessThanOrEqual(ceiling);
          }
        }
      }),
    );
  });

  test('everybody is either ranked or refused, and the order does not depend on the order given', () => {
    fc.assert(
      fc.property(anyCandidates, fc.integer(), (candidates, seed) => {
        const result = ask(candidates);
        expect(result.ranked.length + result.refused.length).toBe(candidates.length);
        const shuffled = [...candidates].sort((one, other) => {
          const key = (id: string) => [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + seed) | 0, 7);
          return key(one.personId) - key(other.personId);
        });
        expect(ask(shuffled)).toEqual(result);
        const totals = result.ranked.map(({ total }) => total);
        expect(totals).toEqual([...totals].sort((one, other) => other - one));
      }),
    );
  });

  test('equal scores stand by name, then by id', () => {
    const same = ['b', 'a', 'c'].map((personId) => candidate({ personId, nameKey: personId === 'c' ? 'аа' : 'яя' }));
    expect(ask(same).ranked.map(({ personId }) => personId)).toEqual(['c', 'a', 'b']);
  });
});
