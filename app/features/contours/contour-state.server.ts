import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Day } from '#db/schema.ts';
import { agreementGround } from './contour.text.ts';

/**
 * Whether a location stands on the day: begun and not ended, its provider open, its agreement in force. The query holds
 * `component_location`, the provider as `provider` and the agreement as `agreement`. The same rule, with its reason:
 * `gapReason`.
 */
export function isInForce(day: Day): RawBuilder<boolean> {
  return sql<boolean>`(component_location.started_on <= ${day}::date
    and (component_location.ended_on is null or component_location.ended_on >= ${day}::date)
    and (provider.ended_on is null or provider.ended_on >= ${day}::date)
    and (agreement.id is null or (agreement.started_on <= ${day}::date
      and (agreement.ended_on is null or agreement.ended_on >= ${day}::date))))`;
}

/** Locations with provider, agreement and offer beside them, whatever the day; the caller narrows them to its reach. */
export function locations(ctx: Context) {
  return ctx.db
    .selectFrom('componentLocation')
    .leftJoin('orgUnit as provider', 'provider.id', 'componentLocation.providerUnitId')
    .leftJoin('cooperationAgreement as agreement', 'agreement.id', 'componentLocation.agreementId')
    .leftJoin('componentOffer as offer', 'offer.id', 'componentLocation.offerId');
}

/** On what a location rests, in the words of its paper. */
export const groundOf = sql<string | null>`coalesce(
  ${agreementGround.number} || agreement.number || ${agreementGround.from} || to_char(agreement.signed_on, 'DD.MM.YYYY')
    || coalesce(', ' || component_location.ground, ''),
  offer.ground, component_location.ground)`;

/** Who provides, by the short name in force now or the name written down. */
export const providerOf = sql<string>`coalesce(provider.short_name, component_location.provider_name)`;
