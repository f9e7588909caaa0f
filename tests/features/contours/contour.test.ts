import { describe, expect, test } from 'vitest';
import {
  gapReason,
  ruleAgainstEnding,
  ruleAgainstPlacing,
  ruleAgainstProvider,
  type Standing,
} from '#app/features/contours/contour.ts';
import {
  offerState,
  ruleAgainstAccepting,
  ruleAgainstAcceptingFrom,
  ruleAgainstDeclining,
  ruleAgainstOffering,
  ruleAgainstWithdrawing,
} from '#app/features/contours/contour-offer.ts';

const TODAY = '2026-11-22';
const unit = { startedOn: '2010-09-01', endedOn: null };
const facts = { component: { mayBeOutside: true }, unit, latest: undefined, today: TODAY };
const since = (startedOn: string, endedOn: string | null = null) => ({ startedOn, endedOn });

describe('placing', () => {
  test.each([
    ['inside', TODAY, {}, null],
    ['outside', TODAY, {}, null],
    ['outside', TODAY, { component: { mayBeOutside: false } }, 'component-stays-inside'],
    ['inside', TODAY, { component: { mayBeOutside: false } }, null],
    ['inside', TODAY, { unit: { ...unit, endedOn: '2026-11-21' } }, 'contour-unit-closed'],
    ['inside', '2010-08-31', {}, 'component-before-unit'],
    ['inside', '2027-11-22', {}, null],
    ['inside', '2027-11-23', {}, 'component-too-far-ahead'],
    ['inside', '2026-08-31', { latest: since('2026-09-01') }, 'component-before-current'],
    ['inside', '2026-09-01', { latest: since('2026-09-01') }, null],
    ['inside', '2026-10-01', { latest: since('2026-09-01', '2026-09-30') }, null],
  ] as const)('%s from %s, %j: %s', (place, from, change, rule) => {
    expect(ruleAgainstPlacing(place, from, { ...facts, ...change })).toBe(rule);
  });
});

describe('ending', () => {
  test.each([
    [undefined, TODAY, 'component-not-placed'],
    [since('2026-09-01', '2026-11-21'), TODAY, 'component-not-placed'],
    [since('2026-09-01'), '2026-08-31', 'component-ends-before-start'],
    [since('2026-09-01'), '2027-11-23', 'component-too-far-ahead'],
    [since('2026-09-01', '2026-12-31'), '2027-01-01', 'component-ends-later'],
    [since('2026-09-01', '2026-12-31'), '2026-12-01', null],
    [since('2026-09-01'), TODAY, null],
  ] as const)('%j on %s: %s', (latest, endedOn, rule) => {
    expect(ruleAgainstEnding(latest, endedOn, TODAY)).toBe(rule);
  });
});

describe('who provides it outside is one choice', () => {
  const choice = { agreementId: null, providerUnitId: null, groundKind: 'order', ground: '№ 1' } as const;
  test.each([
    [{}, 'component-needs-one-provider'],
    [{ agreementId: 'a', providerUnitId: 'p' }, 'component-needs-one-provider'],
    [{ providerUnitId: 'own' }, 'component-needs-one-provider'],
    [{ providerUnitId: 'p', ground: null }, 'component-needs-ground'],
    [{ providerUnitId: 'p' }, undefined],
    [{ agreementId: 'a', ground: null }, undefined],
  ])('%j: %s', (change, rule) => {
    expect(ruleAgainstProvider({ ...choice, ...change }, 'own')?.[0]).toBe(rule);
  });
});

describe('a gap', () => {
  const stands: Standing = {
    ...{ startedOn: '2026-09-01', endedOn: null, providerEndedOn: null },
    ...{ agreementStartedOn: null, agreementEndedOn: null },
  };
  test.each([
    [null, 'never'],
    [stands, null],
    [{ ...stands, endedOn: '2026-11-21' }, 'ended'],
    [{ ...stands, endedOn: TODAY }, null],
    [{ ...stands, providerEndedOn: '2026-11-21' }, 'providerClosed'],
    [{ ...stands, agreementStartedOn: '2026-09-01', agreementEndedOn: '2026-11-21' }, 'agreementOver'],
    [{ ...stands, agreementStartedOn: '2026-11-23' }, 'agreementOver'],
    [{ ...stands, agreementStartedOn: TODAY, agreementEndedOn: TODAY }, null],
  ])('%j: %s', (standing, reason) => {
    expect(gapReason(standing, TODAY)).toBe(reason);
  });
});

describe('an offer', () => {
  const offer = {
    ...{ componentCode: 'curator', targetUnitId: 't', providerUnitId: 'p', ground: 'Приказ' },
    ...since('2026-09-01'),
  };
  test.each([
    [{}, true, undefined],
    [{}, false, 'component-stays-inside'],
    [{ providerUnitId: 't' }, true, 'offer-to-the-provider'],
    [{ startedOn: '2027-11-23' }, true, 'offer-too-far-ahead'],
    [{ endedOn: '2026-08-31' }, true, 'offer-period-in-order'],
    [{ endedOn: '2026-11-21' }, true, 'offer-over'],
    [{ endedOn: TODAY }, true, undefined],
  ])('%j: %s', (change, mayBeOutside, rule) => {
    const facts = { component: { mayBeOutside }, isToOne: true, today: TODAY };
    expect(ruleAgainstOffering({ ...offer, ...change }, facts)?.[0]).toBe(rule);
  });

  test('to all below may be kept by the one who offers', () => {
    const facts = { component: { mayBeOutside: true }, isToOne: false, today: TODAY };
    expect(ruleAgainstOffering({ ...offer, providerUnitId: 't' }, facts)).toBeNull();
  });

  const standing = { ...since('2026-09-01', '2027-05-31'), isWithdrawn: false, answer: null };
  test.each([
    [{}, null, null, 'open'],
    [{ isWithdrawn: true }, 'offer-withdrawn', 'offer-withdrawn', 'withdrawn'],
    [{ endedOn: '2026-11-21' }, 'offer-over', 'offer-over', 'over'],
    [{ answer: 'accepted' as const }, 'component-offer-answered', 'component-offer-answered', 'accepted'],
    [{ answer: 'declined' as const }, null, 'component-offer-answered', 'declined'],
  ])('%j: accepting %s, declining %s, stands %s', (change, accepting, declining, state) => {
    expect(ruleAgainstAccepting({ ...standing, ...change }, TODAY)).toBe(accepting);
    expect(ruleAgainstDeclining({ ...standing, ...change }, TODAY)).toBe(declining);
    expect(offerState({ ...standing, ...change }, TODAY)).toBe(state);
  });

  test.each([
    ['2026-08-31', 'offer-outside-its-period'],
    ['2026-09-01', null],
    ['2027-05-31', null],
    ['2027-06-01', 'offer-outside-its-period'],
  ])('is accepted from %s: %s', (from, rule) => {
    expect(ruleAgainstAcceptingFrom(standing, from)).toBe(rule);
  });

  test('accepted by the only one it was made to is not taken back', () => {
    const rule = (isWithdrawn: boolean, isAcceptedByItsOnlyTarget: boolean) =>
      ruleAgainstWithdrawing({ isWithdrawn, isAcceptedByItsOnlyTarget });
    expect(rule(false, false)).toBeNull();
    expect(rule(false, true)).toBe('offer-accepted');
    expect(rule(true, false)).toBe('offer-withdrawn');
  });
});
