import type { Day } from '#db/schema.ts';
import type { Area } from '../people/competence-area.ts';
import { type OfferKind, stepKindOf } from './offer.ts';

/** A step of a roadmap filled in from an offer; days outside the route are left to the owner. */
export function stepOfOffer(
  offer: {
    kind: OfferKind;
    title: string;
    areas: readonly Area[];
    providerName: string;
    number: string | null;
    hours: number | null;
    startsOn: Day | null;
    endsOn: Day | null;
  },
  route: { areas: readonly Area[]; from: Day; until: Day },
) {
  const isInside = (day: Day | null): day is Day => day !== null && day >= route.from && day <= route.until;
  return {
    plan: {
      ...{ kind: stepKindOf(offer.kind), title: offer.title, hours: offer.hours },
      area: offer.areas.find((area) => route.areas.includes(area)) ?? null,
      ...{ organisation: offer.providerName, registerNumber: offer.number ?? '' },
    },
    startedOn: isInside(offer.startsOn) ? offer.startsOn : null,
    dueOn: isInside(offer.endsOn) ? offer.endsOn : null,
  };
}
