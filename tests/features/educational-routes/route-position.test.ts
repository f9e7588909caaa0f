import { describe, expect, test } from 'vitest';
import {
  currentPosition,
  openedBy,
  POSITIONS,
  type Position,
  type PositionNumber,
  ruleAgainstCompleting,
} from '#app/features/educational-routes/route-position.ts';

const FULL = {
  targetImage: 'Учитель-исследователь',
  strengths: 1,
  areasMarked: 9,
  isMeasured: true,
  steps: 3,
  openSteps: 0,
  hasFinalReflection: true,
};

/** The route after the given positions have been completed in this order, each opening what it opens. */
function routeAfter(completed: readonly PositionNumber[]): Position[] {
  const opened = new Set<number>([1, ...completed.flatMap((position) => openedBy(position))]);
  return POSITIONS.map((position) => ({
    position,
    openedOn: opened.has(position) ? '2026-09-01' : null,
    completedOn: completed.includes(position) ? '2026-10-01' : null,
  }));
}

describe('positions pass in order', () => {
  test.each<[PositionNumber[], PositionNumber[], number | null]>([
    [[], [1], 1],
    [[1], [2], 2],
    [[1, 2], [3], 3],
    [[1, 2, 3], [4], 4],
    [[1, 2, 3, 4], [5], 5],
    [[1, 2, 3, 4, 5], [6], 6],
    [[1, 2, 3, 4, 5, 6], [7], 7],
    [[1, 2, 3, 4, 5, 6, 7], [], null],
  ])('after %j only %j can be completed', (completed, possible, current) => {
    const route = routeAfter(completed);
    expect(POSITIONS.filter((position) => ruleAgainstCompleting(route, position, FULL) === null)).toEqual(possible);
    expect(currentPosition(route)).toBe(current);
  });

  test('correction opens beside carrying out and ends after it', () => {
    const route = routeAfter([1, 2, 3, 4]);
    expect(route.filter((one) => one.openedOn && !one.completedOn).map((one) => one.position)).toEqual([5, 6]);
    expect(ruleAgainstCompleting(route, 6, FULL)).toBe('earlier-position-open');
    expect(routeAfter([1, 2, 3, 4, 5]).find((one) => one.position === 6)?.openedOn).not.toBeNull();
  });

  test('a completed position is not completed again, a jump is refused', () => {
    expect(ruleAgainstCompleting(routeAfter([1, 2]), 1, FULL)).toBe('position-already-completed');
    expect(ruleAgainstCompleting(routeAfter([1]), 7, FULL)).toBe('earlier-position-open');
  });

  test('a position whose forerunners are done but which nothing opened is not open', () => {
    const route = routeAfter([1, 2]).map((one) => (one.position === 3 ? { ...one, openedOn: null } : one));
    expect(ruleAgainstCompleting(route, 3, FULL)).toBe('position-not-open');
  });
});

describe('what a position needs', () => {
  test.each<[PositionNumber, Partial<typeof FULL>, string | null]>([
    [1, { targetImage: ' ' }, 'no-target-image'],
    [2, { strengths: 0 }, 'no-strengths-told'],
    [3, { areasMarked: 8 }, 'diagnosis-incomplete'],
    [3, { isMeasured: false }, 'no-outside-diagnosis'],
    [4, { steps: 0 }, 'roadmap-empty'],
    [5, { openSteps: 1 }, 'steps-still-open'],
    [6, { openSteps: 1 }, null],
    [7, { hasFinalReflection: false }, 'no-final-reflection'],
  ])('position %i with %j', (position, contents, refusal) => {
    const before = POSITIONS.filter((one) => one < position);
    expect(ruleAgainstCompleting(routeAfter(before), position, { ...FULL, ...contents })).toBe(refusal);
  });
});
