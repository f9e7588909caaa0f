import type { Context } from '#app/core/context.server.ts';
import { addOffer } from '#app/features/offers/offer.operations.server.ts';
import type { OfferEntry } from '#app/features/offers/offer.ts';
import type { Id } from '#db/schema.ts';

/** A programme of the state that counts, held at any time, unless said otherwise. */
export const PROGRAMME: OfferEntry = {
  kind: 'programme',
  title: 'Формирующее оценивание на уроке',
  number: 'РР-1001',
  providerName: 'Институт развития образования',
  providerKind: 'state',
  hours: 36,
  places: 25,
  startsOn: null,
  endsOn: null,
  place: '',
  link: null,
  about: '',
  isShared: false,
  areas: ['methodical'],
};

/** Adds an offer to the register of a unit. */
export function makeOfferEntry(ctx: Context, unitId: Id, overrides: Partial<OfferEntry> = {}): Promise<{ id: Id }> {
  return addOffer(ctx, { unitId, ...PROGRAMME, ...overrides });
}
