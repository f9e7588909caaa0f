import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/core/dates.ts';
import {
  type Allowance,
  type Days,
  fitsFrom,
  freeDuring,
  loadOn,
  type MentorLoad,
  rulesOfLoad,
  rulesOfOverload,
  USUAL_LIMITS,
  usualAllowance,
  warningsOfLoad,
} from '#app/features/mentor-profiles/workload.ts';

const FIRST = '2026-09-01';
const YEAR: Days = { startedOn: FIRST, endedOn: '2027-05-31' };

function loadOf(people: number, hours: number, allowance: Allowance = usualAllowance()): MentorLoad {
  const taken = Array.from({ length: people }, () => YEAR);
  return { allowance, taken, hoursTaken: [{ ...YEAR, hoursPerWeek: hours }] };
}

describe('the limits', () => {
  test('warn from the fourth person and refuse the sixth where no act says otherwise (BR-07)', () => {
    const seen = [0, 2, 3, 4, 5].map((people) => [
      people,
      warningsOfLoad(loadOf(people, people), YEAR, null).includes('people-near-limit'),
      rulesOfLoad(loadOf(people, people), YEAR, null).includes('no-capacity'),
    ]);
    expect(seen).toEqual([
      [0, false, false],
      [2, false, false],
      [3, true, false],
      [4, true, false],
      [5, true, true],
    ]);
  });

  test('count hours over all mentorships; an unsaid one is one hour', () => {
    expect(warningsOfLoad(loadOf(1, 5), YEAR, null)).toEqual([]);
    expect(warningsOfLoad(loadOf(1, 5), YEAR, 2)).toEqual(['hours-near-limit']);
    expect(rulesOfLoad(loadOf(1, 8), YEAR, null)).toEqual([]);
    expect(rulesOfLoad(loadOf(1, 8), YEAR, 2)).toEqual(['no-hours']);
  });

  test('of the mentor bind when they are lower, and never lift those of the act', () => {
    expect(rulesOfLoad(loadOf(1, 1, usualAllowance(1)), YEAR, null)).toEqual(['no-capacity']);
    expect(rulesOfLoad(loadOf(5, 5, usualAllowance(20)), YEAR, null)).toEqual(['no-capacity']);
    expect(rulesOfLoad(loadOf(1, 3, { ...usualAllowance(), ownHours: 3 }), YEAR, null)).toEqual(['no-hours']);
  });

  test('of an act hold on its days only', () => {
    const strict = { ...USUAL_LIMITS, peopleSoft: 1, peopleHard: 1, startedOn: '2027-01-01', endedOn: null };
    const load = loadOf(1, 1, { ...usualAllowance(), limits: [strict] });
    expect(rulesOfLoad(load, { startedOn: FIRST, endedOn: '2026-12-31' }, null)).toEqual([]);
    expect(rulesOfLoad(load, YEAR, null)).toEqual(['no-capacity']);
  });

  test('are raised by the head on the days of the decision, for people and hours alike, and end with it', () => {
    const raised = { people: 6, hours: 12, startedOn: FIRST, endedOn: '2027-03-31' };
    const load = loadOf(5, 9, { ...usualAllowance(), overrides: [raised] });
    expect(rulesOfLoad(load, { startedOn: FIRST, endedOn: '2027-03-31' }, null)).toEqual([]);
    expect(rulesOfLoad(load, { startedOn: FIRST, endedOn: '2027-04-01' }, null)).toEqual(['no-capacity', 'no-hours']);
    expect(rulesOfLoad(loadOf(6, 9, load.allowance), { startedOn: FIRST, endedOn: '2027-03-31' }, null)).toEqual([
      'no-capacity',
    ]);
  });

  test('that a raise leaves above what the mentor wants are still the mentor’s', () => {
    const raised = { people: 8, hours: 20, ...YEAR };
    const load = loadOf(2, 2, { ...usualAllowance(2), overrides: [raised] });
    expect(rulesOfLoad(load, YEAR, null)).toEqual(['no-capacity']);
  });
});

test('a place frees on the first day that leaves it free to the end of the period', () => {
  const taken = [
    { startedOn: FIRST, endedOn: '2027-01-31' },
    { startedOn: '2026-10-01', endedOn: '2027-03-31' },
  ];
  const during = { startedOn: '2026-11-22', endedOn: '2027-05-31' };
  const from = (places: number) => fitsFrom({ allowance: usualAllowance(places), taken, hoursTaken: [] }, during, null);
  expect([3, 2, 1, 0].map(from)).toEqual(['2026-11-22', '2027-02-01', '2027-04-01', null]);
});

const days = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
  .map(([start, length]): Days => ({ startedOn: addDays(FIRST, start), endedOn: addDays(FIRST, start + length) }));
const anyLoad: fc.Arbitrary<MentorLoad> = fc.record({
  allowance: fc.record({
    ownPeople: fc.option(fc.integer({ min: 0, max: 5 })),
    ownHours: fc.option(fc.integer({ min: 1, max: 10 })),
    limits: fc.array(
      fc.record({ people: fc.integer({ min: 1, max: 4 }), at: days }).map(({ people, at }) => ({
        ...at,
        peopleSoft: 1,
        peopleHard: people,
        hoursSoft: 1,
        hoursHard: people * 2,
      })),
      { maxLength: 1 },
    ),
    overrides: fc.array(
      days.map((at) => ({ ...at, people: 6, hours: 12 })),
      { maxLength: 1 },
    ),
  }),
  taken: fc.array(days, { maxLength: 6 }),
  hoursTaken: fc.array(
    days.map((at) => ({ ...at, hoursPerWeek: 2 })),
    { maxLength: 6 },
  ),
});

function everyDay({ startedOn, endedOn }: Days): string[] {
  const all: string[] = [];
  for (let day = startedOn; day <= endedOn; day = addDays(day, 1)) all.push(day);
  return all;
}

describe('for any load', () => {
  test('looking at the days of change finds what looking at every day finds', () => {
    fc.assert(
      fc.property(anyLoad, days, fc.integer({ min: 1, max: 6 }), (load, during, hours) => {
        const byDay = everyDay(during).map((day) => loadOn(load, day));
        const refused = rulesOfLoad(load, during, hours);
        expect(refused.includes('no-capacity')).toBe(byDay.some((day) => day.people + 1 > day.mostPeople));
        expect(refused.includes('no-hours')).toBe(byDay.some((day) => day.hours + hours > day.mostHours));
        expect(rulesOfOverload(load, during).includes('no-capacity')).toBe(
          byDay.some((day) => day.people > day.mostPeople),
        );
        const free = freeDuring(load, during);
        expect(free.people).toBe(Math.max(0, Math.min(...byDay.map((day) => day.mostPeople - day.people))));
        expect(free.people > 0).toBe(!refused.includes('no-capacity'));
      }),
    );
  });

  test('from the day it fits nothing refuses until the end', () => {
    fc.assert(
      fc.property(anyLoad, days, (load, during) => {
        const from = fitsFrom(load, during, null);
        if (from === null) return;
        const endedOn = from > during.endedOn ? from : during.endedOn;
        expect(rulesOfLoad(load, { startedOn: from, endedOn }, null)).toEqual([]);
      }),
    );
  });
});
