import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '#app/core/dates.ts';
import {
  MENTORSHIP_STATES,
  mayBecome,
  mentorshipState,
  needsOrder,
  overlap,
  type Period,
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

describe('periods', () => {
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
