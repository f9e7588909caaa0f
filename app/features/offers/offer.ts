import type { Day } from '#db/schema.ts';
import { AREAS, type Area } from '../people/competence-area.ts';

/**
 * An offer: what a teacher may take to close a deficit. Programmes of additional education with their register number,
 * placement sites, practices to take over, communities, events. The federation keeps entries for all, a region its own.
 * Sources: 002-14 to 002-17, DOMAIN 3.3.
 */
export const OFFER_KINDS = ['programme', 'site', 'practice', 'community', 'event'] as const;

/** Kind of an offer. */
export type OfferKind = (typeof OFFER_KINDS)[number];

/** Kinds of providers: of the state, of a municipality, named in the federal list, any other. */
export const PROVIDER_KINDS = ['state', 'municipal', 'listed', 'private'] as const;

/** Kind of a provider. */
export type ProviderKind = (typeof PROVIDER_KINDS)[number];

/** The last day on which a course of this kind of provider still began to count; no line: it counts always. Source: BR-26. */
const COUNTED_UNTIL: Partial<Record<ProviderKind, Day>> = { private: '2025-08-31' };

/** Why an offer cannot be recorded; names of database constraints among them. */
export type OfferRule =
  | 'offer-needs-number-and-hours'
  | 'offer-ends-before-start'
  | 'offer-number-taken'
  | 'offer-already-ended'
  | 'offer-needs-area'
  | 'offer-link-not-web'
  | 'offer-file-missing'
  | 'offer-file-unreadable'
  | 'offer-file-too-large'
  | 'offer-file-too-many'
  | 'offer-file-columns'
  | 'offer-import-applied'
  | 'offer-import-empty';

/** What an entry says. */
export interface OfferEntry {
  kind: OfferKind;
  title: string;
  number: string | null;
  providerName: string;
  providerKind: ProviderKind;
  hours: number | null;
  places: number | null;
  startsOn: Day | null;
  endsOn: Day | null;
  place: string;
  link: string | null;
  about: string;
  isShared: boolean;
  areas: readonly Area[];
}

/** Whether a course counts that begins on the day (today when it is held at any time). Source: BR-26. */
export function doesCount(offer: { kind: OfferKind; providerKind: ProviderKind; startsOn: Day | null }, today: Day) {
  const until = offer.kind === 'programme' ? COUNTED_UNTIL[offer.providerKind] : undefined;
  return until === undefined || (offer.startsOn ?? today) <= until;
}

/** What stands against an entry, with its field; null when it can be recorded. */
export function ruleAgainstEntry(entry: OfferEntry): { rule: OfferRule; field: string } | null {
  if (entry.areas.length === 0) return { rule: 'offer-needs-area', field: 'areas' };
  if (entry.kind === 'programme' && (entry.number === null || entry.hours === null)) {
    return { rule: 'offer-needs-number-and-hours', field: entry.number === null ? 'number' : 'hours' };
  }
  if (entry.startsOn && entry.endsOn && entry.endsOn < entry.startsOn) {
    return { rule: 'offer-ends-before-start', field: 'endsOn' };
  }
  return entry.link && !/^https?:\/\/[^\s/]+/i.test(entry.link) ? { rule: 'offer-link-not-web', field: 'link' } : null;
}

/** Whether there is still something to take on the day: not taken out of the register, not over. */
export function isOpenOffer(offer: { closedOn: Day | null; endsOn: Day | null }, today: Day): boolean {
  return (offer.closedOn === null || offer.closedOn >= today) && (offer.endsOn === null || offer.endsOn >= today);
}

/** The kind of a roadmap step an offer becomes. Source: 002-38. */
export function stepKindOf(kind: OfferKind): 'course' | 'trial' | 'innovation' | 'measure' {
  if (kind === 'programme') return 'course';
  if (kind === 'practice') return 'trial';
  return kind === 'site' ? 'innovation' : 'measure';
}

/** Narrows a stored word; an unknown one is a fault of the data. */
export function offerKind(word: string): OfferKind {
  const found = OFFER_KINDS.find((kind) => kind === word);
  if (!found) throw new Error(`unknown kind of an offer: ${word}`);
  return found;
}

/** Narrows a stored word; an unknown one is a fault of the data. */
export function providerKind(word: string): ProviderKind {
  const found = PROVIDER_KINDS.find((kind) => kind === word);
  if (!found) throw new Error(`unknown kind of a provider: ${word}`);
  return found;
}

/** The areas among the words, in the source's order. */
export function areasAmong(words: readonly string[]): Area[] {
  return AREAS.filter((area) => words.includes(area));
}
