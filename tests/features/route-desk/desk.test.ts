import { describe, expect, test } from 'vitest';
import { mapOf, shadeOf } from '#app/features/route-desk/deficits.ts';
import { cycleEnd, ruleAgainstProposing } from '#app/features/route-desk/desk.ts';

describe('whom a group plan concerns', () => {
  const route = {
    state: 'active',
    startedOn: '2025-09-01',
    endedOn: '2029-08-31',
    isPaused: false,
    hasOffer: false,
    hasGap: true,
  };
  const days = { startsOn: '2026-12-01', dueOn: '2027-02-01' };

  test.each([
    [{}, null],
    [{ state: 'completed' }, 'not-active'],
    [{ isPaused: true }, 'paused'],
    [{ endedOn: '2027-01-31' }, 'days-outside'],
    [{ startedOn: '2026-12-02' }, 'days-outside'],
    [{ hasGap: false }, 'no-gap'],
    [{ hasOffer: true }, 'already-planned'],
  ])('a route with %j: %s', (change, refusal) => {
    expect(ruleAgainstProposing({ ...route, ...change }, days)).toBe(refusal);
  });
});

test.each([
  ['2025-09-01', '2026-08-31', '2026-08-31'],
  ['2025-09-01', '2026-09-01', '2027-08-31'],
  ['2024-02-29', '2025-02-27', '2025-02-27'],
  ['2026-11-22', '2026-11-22', '2027-11-21'],
])('the cycle of a route of %s on %s ends on %s', (startedOn, today, end) => {
  expect(cycleEnd(startedOn, today)).toBe(end);
});

describe('the map of deficits', () => {
  const school = (id: string, people: number, known = 0) => ({
    ...{ id, name: id },
    areas: new Map([['ict' as const, { people, known }]]),
  });

  test('tells every number to whoever reads all the routes by name', () => {
    const map = mapOf([school('а', 1, 1), school('б', 3, 3)]);
    expect(map.rows.map(({ numbers }) => numbers.ict)).toEqual([1, 3]);
    expect(map).toMatchObject({ isWithheld: false, totals: { ict: 4, legal: 0 } });
  });

  test('withholds few people, and another number by which they could be reckoned', () => {
    const map = mapOf([school('а', 2), school('б', 7), school('в', 30)]);
    expect(map.rows.map(({ numbers }) => numbers.ict)).toEqual([null, null, 30]);
    expect(map).toMatchObject({ isWithheld: true, totals: { ict: 39 } });
  });

  test('withholds the total of few people', () => {
    expect(mapOf([school('а', 2), school('б', 1)]).totals.ict).toBeNull();
  });

  test('shades by the share of the largest number', () => {
    expect([0, null, 1, 5, 8, 10].map((number) => shadeOf(number, 10))).toEqual([0, 0, 1, 2, 4, 4]);
  });
});
