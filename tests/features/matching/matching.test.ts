import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CandidateFacts, match, type Weighed } from '#app/features/matching/matching.ts';
import { PART_CODES, type PartCode, sumOf, USUAL_WEIGHTS } from '#app/features/matching/weights.ts';
import { usualAllowance } from '#app/features/mentor-profiles/workload.ts';
import { CATEGORIES } from '#app/features/people/person.ts';
import { candidate, menteeOf, PERIOD, post, TODAY } from './candidates.ts';

const question = (candidates: readonly CandidateFacts[], mentee = menteeOf(), kindCode = 'one_to_one') => {
  return { mentee, candidates, period: PERIOD, kindCode, hoursPerWeek: null, today: TODAY };
};

const ask = (...asked: Parameters<typeof question>) => match(question(...asked));

const pointsOf = (facts: CandidateFacts, code: PartCode, mentee = menteeOf()) =>
  ask([facts], mentee).ranked[0]?.parts.find((part) => part.code === code)?.points;

const refusalOf = (facts: CandidateFacts) => ask([facts]).refused[0]?.refusals[0];

const known = (overrides: Partial<Weighed>): Weighed => ({
  unitKind: 'school',
  municipalityId: 'municipality',
  regionId: 'region',
  subjects: [],
  strengths: [],
  difficulties: [],
  formats: [],
  slots: [],
  prefers: [],
  avoids: [],
  ...overrides,
});
const slot = (fromMinute: number, toMinute: number) => ({ weekday: 2, fromMinute, toMinute });

describe('the score', () => {
  test('its parts reach 100 together, and who fits in everything gets all of it', () => {
    expect(sumOf(USUAL_WEIGHTS)).toBe(100);
    const strengths = [{ areaCode: 'предметная', level: 3 }];
    const slots = [slot(600, 700)];
    const perfect = candidate({ weighed: known({ strengths, slots, prefers: ['mentee'] }) });
    const mentee = menteeOf({ weighed: known({ difficulties: ['предметная'], slots, prefers: ['mentor'] }) });
    expect(ask([perfect], mentee).ranked[0]?.total).toBe(100);
  });

  test('strengths count by the difficulties they cover and by level; unnamed ones by experience, at half at most', () => {
    const mentee = menteeOf({ weighed: known({ difficulties: ['предметная', 'правовая'] }) });
    const strong = (level: number) => candidate({ weighed: known({ strengths: [{ areaCode: 'правовая', level }] }) });
    expect(pointsOf(strong(3), 'strengths', mentee)).toBe(18);
    expect(pointsOf(strong(1), 'strengths', mentee)).toBe(6);
    expect(pointsOf(candidate({ category: 'mentor_teacher' }), 'strengths', mentee)).toBe(18);
    expect(pointsOf(candidate({ category: 'none', teachingSince: null }), 'strengths')).toBe(0);
  });

  test('the same subject counts in full, the same post with another subject in part, another post not at all', () => {
    expect(pointsOf(candidate(), 'subject')).toBe(20);
    expect(pointsOf(candidate({ work: [post({ subject: 'Физика, МАТЕМАТИКА' })] }), 'subject')).toBe(20);
    expect(pointsOf(candidate({ work: [post({ subject: 'история' })] }), 'subject')).toBe(6);
    const declared = { work: [post({ subject: 'история' })], weighed: known({ subjects: ['математика'] }) };
    expect(pointsOf(candidate(declared), 'subject')).toBe(20);
    expect(pointsOf(candidate({ work: [post({ postCode: 'methodist', subject: null })] }), 'subject')).toBe(0);
  });

  test('people whose posts have no subject are matched by post', () => {
    const educator = [post({ postCode: 'educator', subject: null })];
    expect(pointsOf(candidate({ work: educator }), 'subject', menteeOf({ work: educator }))).toBe(20);
  });

  test('common free time counts up to two lessons a week; working at a distance stands for most of it', () => {
    const mentee = menteeOf({ weighed: known({ slots: [slot(600, 700)], formats: ['hybrid'] }) });
    const free = (from: number, to: number, formats: Weighed['formats'] = []) =>
      candidate({ weighed: known({ slots: [slot(from, to)], formats }) });
    expect(pointsOf(free(600, 700), 'freeTime', mentee)).toBe(15);
    expect(pointsOf(free(655, 900), 'freeTime', mentee)).toBe(8);
    expect(pointsOf(free(800, 900), 'freeTime', mentee)).toBe(0);
    expect(pointsOf(free(800, 900, ['remote']), 'freeTime', mentee)).toBe(9);
  });

  test('nearness, free load and wishes count', () => {
    const near = (overrides: Partial<Weighed>) => candidate({ unitId: 'elsewhere', weighed: known(overrides) });
    const mentee = menteeOf({ weighed: known({ prefers: ['mentor'] }) });
    expect(pointsOf(candidate(), 'distance')).toBe(10);
    expect(pointsOf(near({}), 'distance', mentee)).toBe(7);
    expect(pointsOf(near({ municipalityId: 'other' }), 'distance', mentee)).toBe(4);
    expect(pointsOf(near({ municipalityId: 'other', regionId: 'other' }), 'distance', mentee)).toBe(0);
    expect(pointsOf(candidate({ taken: [PERIOD, PERIOD] }), 'loadLeft')).toBe(3);
    expect(pointsOf(candidate(), 'wishes', mentee)).toBe(7);
    expect(pointsOf(candidate({ weighed: known({ prefers: ['mentee'] }) }), 'wishes')).toBe(3);
  });

  test('a subject of a post that ended before the period does not count', () => {
    const past = candidate({ work: [post({ endedOn: '2020-05-31' }), post({ subject: 'химия' })] });
    expect(pointsOf(past, 'subject')).toBeLessThan(20);
  });

  test('other weights change the ceilings', () => {
    const weights = { ...USUAL_WEIGHTS, strengths: 15, subject: 40 };
    const [ranked] = match({ ...question([candidate()]), weights }).ranked;
    expect(ranked?.parts.find(({ code }) => code === 'subject')).toMatchObject({ points: 40, ceiling: 40 });
  });

  test('a reverse pair is worth what its weaker direction is worth', () => {
    const digital = [{ areaCode: 'цифровая', level: 3 }];
    const young = (strengths: Weighed['strengths']) =>
      candidate({ teachingSince: '2025-09-01', weighed: known({ strengths, difficulties: ['правовая'] }) });
    const elder = menteeOf({
      weighed: known({ difficulties: ['цифровая'], strengths: [{ areaCode: 'правовая', level: 1 }] }),
    });
    const strong = ask([young(digital)], elder, 'reverse').ranked[0];
    expect(strong?.parts.find(({ code }) => code === 'strengths')?.points).toBe(12);
    expect(strong?.total).toBe(strong?.parts.reduce((sum, { points }) => sum + points, 0));
  });

  test('whoever one of the two asked not to be offered is left out in silence', () => {
    const mentee = menteeOf({ weighed: known({ avoids: ['mentor'] }) });
    expect(ask([candidate()], mentee)).toEqual({ ranked: [], refused: [] });
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
            expect(ceiling).toBe(USUAL_WEIGHTS[code]);
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
