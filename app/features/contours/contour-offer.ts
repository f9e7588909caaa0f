import { addYears } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import type { Component } from './contour.ts';

/**
 * An offer: a municipality or region says it can take a component over, for one organisation or for all below, for a
 * period, on a ground. The head of an organisation accepts, which places the component outside on that ground, or
 * declines. An area without organisations named is offered to all of them. Source: REQUIREMENTS 002-2, 002-7.
 */
export type OfferState = 'open' | 'accepted' | 'declined' | 'withdrawn' | 'over';

/** Rules an act may break; constraints of the database bear the same codes. */
export type OfferRule =
  | 'component-stays-inside'
  | 'offer-provider-unfit'
  | 'offer-to-the-provider'
  | 'offer-period-in-order'
  | 'offer-too-far-ahead'
  | 'offer-over'
  | 'component-offer-repeated'
  | 'component-offer-answered'
  | 'offer-withdrawn'
  | 'offer-accepted'
  | 'offer-outside-its-period';

/** What is offered. */
export interface NewOffer {
  componentCode: string;
  targetUnitId: Id;
  providerUnitId: Id;
  startedOn: Day;
  endedOn: Day | null;
  ground: string;
}

/** The field and the rule, when this cannot be offered; null otherwise. `isToOne`: to a single organisation. */
export function ruleAgainstOffering(
  offer: NewOffer,
  { component, isToOne, today }: { component: Pick<Component, 'mayBeOutside'>; isToOne: boolean; today: Day },
): [OfferRule, keyof NewOffer] | null {
  if (!component.mayBeOutside) return ['component-stays-inside', 'componentCode'];
  // An area that offers to all below may well provide the component itself.
  if (isToOne && offer.providerUnitId === offer.targetUnitId) return ['offer-to-the-provider', 'providerUnitId'];
  if (offer.startedOn > addYears(today, 1)) return ['offer-too-far-ahead', 'startedOn'];
  if (offer.endedOn === null) return null;
  if (offer.endedOn < offer.startedOn) return ['offer-period-in-order', 'endedOn'];
  return offer.endedOn < today ? ['offer-over', 'endedOn'] : null;
}

/** An offer as those who answer find it. */
export interface StandingOffer {
  startedOn: Day;
  endedOn: Day | null;
  isWithdrawn: boolean;
  /** The organisation's own answer so far. */
  answer: 'accepted' | 'declined' | null;
}

/** Why the organisation cannot accept at all, or null; a declined offer may still be accepted. */
export function ruleAgainstAccepting({ endedOn, isWithdrawn, answer }: StandingOffer, today: Day): OfferRule | null {
  if (answer === 'accepted') return 'component-offer-answered';
  if (isWithdrawn) return 'offer-withdrawn';
  return endedOn !== null && endedOn < today ? 'offer-over' : null;
}

/** Why the organisation cannot decline, or null. */
export function ruleAgainstDeclining(offer: StandingOffer, today: Day): OfferRule | null {
  return offer.answer === 'declined' ? 'component-offer-answered' : ruleAgainstAccepting(offer, today);
}

/** Why the component cannot come from this day under the offer, or null. */
export function ruleAgainstAcceptingFrom({ startedOn, endedOn }: StandingOffer, from: Day): OfferRule | null {
  return from < startedOn || (endedOn !== null && from > endedOn) ? 'offer-outside-its-period' : null;
}

/**
 * Why the offer cannot be withdrawn, or null. One made to all below may be: who has accepted keeps what he has. One made
 * to a single organisation that has accepted has become its component and is ended there.
 */
export function ruleAgainstWithdrawing(offer: {
  isWithdrawn: boolean;
  isAcceptedByItsOnlyTarget: boolean;
}): OfferRule | null {
  if (offer.isWithdrawn) return 'offer-withdrawn';
  return offer.isAcceptedByItsOnlyTarget ? 'offer-accepted' : null;
}

/** Where an offer stands for an organisation, or for its author when `answer` is null. */
export function offerState(offer: StandingOffer, today: Day): OfferState {
  if (offer.answer) return offer.answer;
  if (offer.isWithdrawn) return 'withdrawn';
  return offer.endedOn !== null && offer.endedOn < today ? 'over' : 'open';
}

/** Narrows a stored word; null when there is no answer yet. */
export function answerOf(word: string | null | undefined): StandingOffer['answer'] {
  return word === 'accepted' || word === 'declined' ? word : null;
}
