import { describe, expect, test } from 'vitest';
import { routeSentences } from '#app/features/educational-routes/route.text.ts';
import {
  routeEnd,
  ruleAgainstClosing,
  ruleAgainstOpening,
  ruleAgainstStepDays,
  stepState,
  yearOfRoute,
} from '#app/features/educational-routes/route.ts';
import { TODAY } from '../../support/world.ts';

describe('the length of a route', () => {
  test.each([
    [3, 'route-years-four-or-five'],
    [4, null],
    [5, null],
    [6, 'route-years-four-or-five'],
  ])('%i years', (years, refusal) => {
    expect(ruleAgainstOpening({ years, startedOn: TODAY }, TODAY)).toBe(refusal);
  });

  test.each([
    ['2022-11-22', 'route-already-over'],
    ['2022-11-23', null],
    ['2027-11-22', null],
    ['2027-11-23', 'route-starts-too-late'],
  ])('four years from %s', (startedOn, refusal) => {
    expect(ruleAgainstOpening({ years: 4, startedOn }, TODAY)).toBe(refusal);
  });

  test('the last day is the eve of the anniversary, also for the 29th of February', () => {
    expect(routeEnd('2026-09-01', 5)).toBe('2031-08-31');
    expect(routeEnd('2024-02-29', 5)).toBe('2029-02-27');
  });

  test('the year of the route stays between the first and the last', () => {
    const route = { startedOn: '2024-09-01', years: 5 };
    expect(yearOfRoute(route, '2024-01-01')).toBe(1);
    expect(yearOfRoute(route, '2026-08-31')).toBe(2);
    expect(yearOfRoute(route, '2026-09-01')).toBe(3);
    expect(yearOfRoute(route, '2040-01-01')).toBe(5);
  });
});

describe('a step', () => {
  const route = { startedOn: '2026-09-01', endedOn: '2030-08-31' };

  test.each([
    ['2026-09-01', '2030-08-31', null],
    ['2026-08-31', '2026-10-01', 'step-outside-route'],
    ['2030-08-01', '2030-09-01', 'step-outside-route'],
    ['2026-10-02', '2026-10-01', 'route-step-due-before-start'],
  ])('from %s to %s', (startedOn, dueOn, refusal) => {
    expect(ruleAgainstStepDays({ startedOn, dueOn }, route)).toBe(refusal);
  });

  test.each([
    ['урок', 'рад', null],
    ['', 'рад', 'step-needs-product-and-attitude'],
    ['урок', '  ', 'step-needs-product-and-attitude'],
  ])('closes with «%s» and «%s»', (product, attitude, refusal) => {
    expect(ruleAgainstClosing({ closedOn: null }, { product, attitude })).toBe(refusal);
  });

  test('is not closed twice', () => {
    expect(ruleAgainstClosing({ closedOn: TODAY }, { product: 'урок', attitude: 'рад' })).toBe('step-already-closed');
  });

  test.each([
    ['2026-11-01', '2026-11-21', null, 'overdue'],
    ['2026-11-01', '2026-11-22', null, 'going'],
    ['2026-11-23', '2026-12-22', null, 'later'],
    ['2026-11-01', '2026-11-02', '2026-11-20', 'closed'],
  ])('from %s due %s closed %s', (startedOn, dueOn, closedOn, state) => {
    expect(stepState({ startedOn, dueOn, closedOn }, TODAY)).toBe(state);
  });
});

test('every rule has a sentence that ends as one', () => {
  for (const sentence of Object.values(routeSentences)) expect(sentence).toMatch(/^[А-ЯЁ].{10,}\.$/u);
});
