import { describe, expect, test } from 'vitest';
import { forceOn, ruleAgainstEnding } from '#app/features/local-acts/act-force.ts';
import { usualMasks } from '#app/features/local-acts/act-number.text.ts';
import { numberOf, ordinalOf, ruleAgainstMask } from '#app/features/local-acts/act-number.ts';
import { ruleAgainstApproving } from '#app/features/local-acts/local-act.ts';

const order = {
  kind: 'assignment_order',
  state: 'review',
  authorId: 'curator',
  signerId: 'head',
  documentHash: 'h',
} as const;
const ready = { reviewersWaiting: 0, isAdopted: false, hasUnionOpinion: false };
const regulation = { kind: 'regulation', isAdopted: true, hasUnionOpinion: true };
const decision = {
  approverId: 'head',
  shownHash: 'h',
  registeredOn: '2026-11-22',
  inForceOn: '2026-11-22',
  signatureKind: 'paper',
  today: '2026-11-22',
} as const;

describe('who may approve what', () => {
  test.each([
    [{}, {}, null],
    [{ state: 'draft' as const }, {}, 'not-under-review'],
    [{ authorId: 'head' }, {}, 'approver-is-author'],
    [{}, { approverId: 'other' }, 'other-signer'],
    [{}, { shownHash: 'old' }, 'text-changed'],
    [{}, { registeredOn: '2026-11-23', inForceOn: '2026-11-23' }, 'date-in-future'],
    [{}, { inForceOn: '2026-11-21' }, 'force-before-number'],
    [{}, { inForceOn: '2027-01-11' }, null],
    [{ reviewersWaiting: 1 }, {}, 'review-waiting'],
    [{}, { signatureKind: 'simple' as const }, 'signature-refused'],
    [{}, { signatureKind: 'qualified' as const }, null],
    [{ kind: 'road_map' }, { signatureKind: 'simple' as const }, null],
    [regulation, {}, null],
    [{ ...regulation, isAdopted: false }, {}, 'council-missing'],
    [{ ...regulation, hasUnionOpinion: false }, {}, 'union-missing'],
  ])('act %j and decision %j: %s', (act, change, rule) => {
    expect(ruleAgainstApproving({ ...order, ...ready, ...act }, { ...decision, ...change })).toBe(rule);
  });
});

describe('when an act binds', () => {
  const act = { state: 'approved', inForceOn: '2026-09-01', endedOn: null, endGround: null } as const;
  test.each([
    [act, '2026-08-31', 'upcoming'],
    [act, '2026-09-01', 'inForce'],
    [{ ...act, endedOn: '2026-11-21', endGround: 'superseded' }, '2026-11-21', 'inForce'],
    [{ ...act, endedOn: '2026-11-21', endGround: 'superseded' }, '2026-11-22', 'superseded'],
    [{ ...act, endedOn: '2026-11-21', endGround: 'repealed' }, '2026-11-22', 'repealed'],
    [{ ...act, state: 'review' as const }, '2026-11-22', null],
  ])('%j on %s: %s', (one, day, force) => {
    expect(forceOn(one, day)).toBe(force);
  });

  test('an order that carries mentorships is not ended by itself, an act not in force neither', () => {
    expect(ruleAgainstEnding({ ...act, kind: 'assignment_order' }, '2026-11-22')).toBe('order-carries-mentorships');
    expect(ruleAgainstEnding({ ...act, kind: 'regulation' }, '2026-11-22')).toBeNull();
    expect(ruleAgainstEnding({ ...act, kind: 'regulation' }, '2026-08-01')).toBe('not-in-force-yet');
    expect(ruleAgainstEnding({ ...act, endedOn: '2027-01-01', kind: 'regulation' }, '2026-11-22')).toBe('not-in-force');
  });
});

describe('numbers', () => {
  test.each([
    ['{n}-Н', 7, '7-Н'],
    ['{nnn}', 7, '007'],
    ['{n}/{yy}', 12, '12/26'],
    ['01-05/{nn}-{yyyy}', 3, '01-05/03-2026'],
  ])('%s, %i: %s, and back', (mask, ordinal, number) => {
    expect(ruleAgainstMask(mask)).toBeNull();
    expect(numberOf(mask, ordinal, 2026)).toBe(number);
    expect(ordinalOf(mask, 2026, number)).toBe(ordinal);
  });

  test.each([
    ['Н', 'mask-without-ordinal'],
    ['{n}{n}', 'mask-without-ordinal'],
    ['{n}-{m}', 'mask-unknown-mark'],
    ['{n}<b>', 'mask-strange-characters'],
    ['{n}\n', 'mask-strange-characters'],
  ])('%j is refused: %s', (mask, rule) => {
    expect(ruleAgainstMask(mask)).toBe(rule);
  });

  test.each(['8', '8-П', '08-Н', '-8-Н', '0-Н', 'Н'])('%s does not look like {n}-Н', (number) => {
    expect(ordinalOf('{n}-Н', 2026, number)).toBeNull();
  });

  test('every usual mask is a lawful one', () => {
    expect(Object.values(usualMasks).map(ruleAgainstMask)).toEqual(Object.values(usualMasks).map(() => null));
  });
});
