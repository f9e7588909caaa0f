import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { OfferEntry } from './offer.ts';
import type { OfferRefusal } from './offer-sheet.ts';

const SHOWN = 50;

/** What a file says and what writing it would do; the first fifty entries and refusals. Throws NotFound. */
export async function findOfferImport(ctx: Context, id: Id) {
  const file = await ctx.db
    .selectFrom('offerImport')
    .select(['offerImport.id', 'offerImport.unitId', 'offerImport.fileName', 'offerImport.state'])
    .select(['offerImport.entries', 'offerImport.refusals', 'offerImport.version'])
    .where('offerImport.id', '=', id)
    .where(within(ctx, 'offerImport.read'))
    .executeTakeFirst();
  if (!file) throw new NotFound('import');
  // Written by `uploadOffers` alone, in these shapes.
  const entries = file.entries as OfferEntry[];
  const refusals = file.refusals as OfferRefusal[];
  const numbers = entries.flatMap(({ number }) => (number === null ? [] : [number]));
  const known =
    numbers.length === 0
      ? []
      : await ctx.db
          .selectFrom('learningOffer')
          .select('id')
          .where('unitId', '=', file.unitId)
          .where('number', 'in', numbers)
          .where('closedOn', 'is', null)
          .execute();
  return {
    id: file.id,
    fileName: file.fileName,
    isApplied: file.state === 'applied',
    version: file.version,
    counts: { added: entries.length - known.length, updated: known.length, refused: refusals.length },
    entries: entries
      .slice(0, SHOWN)
      .map(({ title, kind, providerName, number }) => ({ title, kind, providerName, number })),
    refusals: refusals.slice(0, SHOWN),
  };
}
