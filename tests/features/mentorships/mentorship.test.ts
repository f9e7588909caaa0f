import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/core/dates.ts';
import {
  freeFrom,
  MENTORSHIP_STATES,
  mayBecome,
  mentorshipState,
  needsOrder,
  overlap,
  type Period,
  peakAtOnce,
  stageOf,
  stageToMembers,
  TRANSITIONS,
  usualEnd,
} from '#app/features/mentorships/mentorship.ts';
import { gapsIn } from '#app/features/mentorships/mentorship-rules.ts';

const FIRST = '2026-09-01';
const period = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 30 }))
  .map(([start, length]): Period => ({ startedOn: addDays(FIRST, start), endedOn: addDays(FIRST, start + length) }));
const daysOf = ({ startedOn, endedOn }: Period): string[] => {
  const days: string[] = [];
  for (let day = startedOn; day <= endedOn; day = addDays(day, 1)) days.push(day);
  return days;
};
const covers = (one: Period, day: string) => one.startedOn <= day && day <= one.endedOn;

describe('places of a mentor', () => {
  test('as many are taken as run together on the fullest day', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 8 }), period, (taken, during) => {
        const byDay = daysOf(during).map((day) => taken.filter((one) => covers(one, day)).length);
        expect(peakAtOnce(taken, during)).toBe(Math.max(...byDay));
      }),
    );
  });

  test('two pairs one after the other take one place', () => {
    const autumn = { startedOn: '2026-09-01', endedOn: '2026-12-31' };
    const spring = { startedOn: '2027-01-01', endedOn: '2027-05-31' };
    expect(peakAtOnce([autumn, spring], { startedOn: '2026-09-01', endedOn: '2027-05-31' })).toBe(1);
  });

  test('a place frees on the first day that leaves it free to the end of the period', () => {
    const taken = [
      { startedOn: '2026-09-01', endedOn: '2027-01-31' },
      { startedOn: '2026-10-01', endedOn: '2027-03-31' },
    ];
    const during = { startedOn: '2026-11-22', endedOn: '2027-05-31' };
    expect(freeFrom(taken, 3, during)).toBe('2026-11-22');
    expect(freeFrom(taken, 2, during)).toBe('2027-02-01');
    expect(freeFrom(taken, 1, during)).toBe('2027-04-01');
    expect(freeFrom(taken, 0, during)).toBeNull();
  });

  test('periods that share only one day overlap', () => {
    const one = { startedOn: '2026-09-01', endedOn: '2026-10-01' };
    expect(overlap(one, { startedOn: '2026-10-01', endedOn: '2026-10-02' })).toBe(true);
    expect(overlap(one, { startedOn: '2026-10-02', endedOn: '2026-10-03' })).toBe(false);
  });
});

describe('the gaps of a role', () => {
  test('gaps and what is held already cover the period exactly once', () => {
    fc.assert(
      fc.property(fc.array(period, { maxLength: 5 }), period, (held, wanted) => {
        const gaps = gapsIn(wanted, held);
        for (const day of daysOf(wanted)) {
          const inGaps = gaps.filter((gap) => covers(gap, day)).length;
          expect(inGaps).toBe(held.some((one) => covers(one, day)) ? 0 : 1);
        }
        expect(gaps.every((gap) => gap.startedOn >= wanted.startedOn && gap.endedOn <= wanted.endedOn)).toBe(true);
      }),
    );
  });

  test('a role without an end leaves no gap after it', () => {
    const wanted = { startedOn: '2026-09-01', endedOn: '2027-05-31' };
    expect(gapsIn(wanted, [{ startedOn: '2026-11-01', endedOn: null }])).toEqual([
      { startedOn: '2026-09-01', endedOn: '2026-10-31' },
    ]);
    expect(gapsIn(wanted, [{ startedOn: '2020-09-01', endedOn: null }])).toEqual([]);
  });
});

test.each([
  ['2026-09-01', '2027-05-31'],
  ['2026-11-22', '2027-05-31'],
  ['2027-03-31', '2027-05-31'],
  ['2027-04-01', '2027-08-31'],
  ['2027-05-31', '2027-08-31'],
  ['2027-06-01', '2028-05-31'],
  ['2027-08-31', '2028-05-31'],
])('a mentorship from %s is offered to %s', (startedOn, endedOn) => {
  expect(usualEnd(startedOn)).toBe(endedOn);
});

test('a refused and a withdrawn proposal look alike in lists, the other states stay themselves', () => {
  expect(MENTORSHIP_STATES.map(stageOf)).toEqual([
    'proposed',
    'consented',
    'active',
    'closed',
    'unheld',
    'unheld',
    'expired',
  ]);
  expect(() => mentorshipState('paused')).toThrow('paused');
});

describe('the life of a mentorship', () => {
  test('begins as a proposal and reaches every state, each end for good', () => {
    const reached = new Set(['proposed', ...Object.values(TRANSITIONS).flat()]);
    expect([...reached].sort()).toEqual([...MENTORSHIP_STATES].sort());
    for (const end of ['closed', 'declined', 'withdrawn', 'expired'] as const) expect(TRANSITIONS[end]).toEqual([]);
  });

  test('never skips the consents of an order, nor comes back to life', () => {
    expect(mayBecome('proposed', 'closed')).toBe(false);
    expect(mayBecome('closed', 'active')).toBe(false);
    expect(mayBecome('expired', 'consented')).toBe(false);
    expect(mayBecome('active', 'withdrawn')).toBe(false);
  });

  test('to its members an expired proposal is one that came to nothing, like a refused one (BR-04)', () => {
    expect(stageOf('expired')).toBe('expired');
    expect(['expired', 'declined', 'withdrawn'] as const).toSatisfy((states: readonly 'expired'[]) =>
      states.every((state) => stageToMembers(state) === 'unheld'),
    );
  });

  test.each([
    ['one_to_one', true],
    ['group', true],
    ['reverse', true],
    ['situational', false],
    ['speed', false],
    ['virtual', false],
  ])('%s needs an order: %s (BR-09)', (kind, needed) => {
    expect(needsOrder(kind)).toBe(needed);
  });
});
