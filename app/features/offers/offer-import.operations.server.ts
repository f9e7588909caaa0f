import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { readSheetsInWorker } from '../staff-lists/staff-list-reader.server.ts';
import { UnreadableFile } from '../staff-lists/staff-list-unreadable.ts';
import { insertOffer, keeperOf } from './offer.operations.server.ts';
import type { OfferEntry } from './offer.ts';
import { MOST_OFFER_ROWS, type OfferSheet, readOfferSheet } from './offer-sheet.ts';

/**
 * Reads a file with entries in the worker and keeps what it says until it is applied. Throws NotFound outside
 * `offer.manage`, RuleBroken `offer-file-missing`, `offer-file-unreadable`, `offer-file-too-large`,
 * `offer-file-too-many`, `offer-file-columns`.
 */
export async function uploadOffers(
  ctx: Context,
  services: Pick<AppServices, 'staffLists'>,
  input: { unitId: Id; fileName: string; bytes: Uint8Array },
): Promise<{ id: Id }> {
  const { unitId, fileName, bytes } = input;
  if (bytes.length === 0) throw new RuleBroken('offer-file-missing', 'file');
  await keeperOf(ctx, unitId);
  const keeper = await ctx.db.selectFrom('orgUnit').select('name').where('id', '=', unitId).executeTakeFirstOrThrow();
  const sheet = await sheetOf(services, { bytes, fileName }, keeper.name);
  return transact(ctx, async (tx) => {
    const { regionId } = await keeperOf(tx, unitId);
    const id = newId();
    const { entries, refusals } = sheet;
    const place = { id, unitId, regionId, fileName: fileName.slice(0, 200), uploadedBy: personOf(tx) };
    const read = { entries: JSON.stringify(entries), refusals: JSON.stringify(refusals) };
    await tx.db
      .insertInto('offerImport')
      .values({ ...place, ...read })
      .execute();
    const after = { entries: entries.length, refused: refusals.length };
    await journal(tx, { act: 'uploadOffers', objectKind: 'offer_import', objectId: id, unitId, regionId, after });
    return { id };
  });
}

async function sheetOf(
  services: Pick<AppServices, 'staffLists'>,
  file: { bytes: Uint8Array; fileName: string },
  keeper: string,
): Promise<OfferSheet> {
  try {
    const sheet = readOfferSheet(await readSheetsInWorker(services, file), keeper);
    if (!sheet) throw new RuleBroken('offer-file-columns', 'file');
    if (sheet.entries.length + sheet.refusals.length > MOST_OFFER_ROWS)
      throw new RuleBroken('offer-file-too-many', 'file');
    return sheet;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    if (error.code === 'too-many-rows') throw new RuleBroken('offer-file-too-many', 'file');
    throw new RuleBroken(error.code === 'too-large' ? 'offer-file-too-large' : 'offer-file-unreadable', 'file');
  }
}

/**
 * Writes what a checked file says: entries whose number stands in the register are brought up to date, the others are
 * added. Throws NotFound, StaleWrite, RuleBroken `offer-import-applied`, `offer-import-empty`.
 */
export async function applyOffers(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const file = await tx.db.selectFrom('offerImport').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
    if (!file) throw new NotFound('import');
    await assertCan(tx, 'offerImport.read', id);
    const { unitId, regionId } = file;
    await keeperOf(tx, unitId);
    if (file.state === 'applied') throw new RuleBroken('offer-import-applied');
    if (file.version !== input.version) throw new StaleWrite({ version: String(file.version) });
    const entries = file.entries as OfferEntry[];
    if (entries.length === 0) throw new RuleBroken('offer-import-empty');
    const known = await knownNumbers(tx, unitId, entries);
    let updated = 0;
    for (const entry of entries) {
      const offerId = entry.number === null ? undefined : known.get(entry.number);
      if (offerId) {
        await refresh(tx, offerId, entry);
        updated += 1;
      } else await insertOffer(tx, { unitId, regionId }, entry);
    }
    const applied = { state: 'applied', version: file.version + 1 };
    await tx.db.updateTable('offerImport').set(applied).where('id', '=', id).execute();
    const after = { added: entries.length - updated, updated };
    await journal(tx, { act: 'applyOffers', objectKind: 'offer_import', objectId: id, unitId, regionId, after });
  });
}

/** Entries of the register by number, held. */
async function knownNumbers(tx: Context, unitId: Id, entries: readonly OfferEntry[]): Promise<Map<string, Id>> {
  const numbers = entries.flatMap(({ number }) => (number === null ? [] : [number]));
  if (numbers.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('learningOffer')
    .select(['id', 'number'])
    .where('unitId', '=', unitId)
    .where('number', 'in', numbers)
    .where('closedOn', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
  return new Map(rows.map(({ id, number }) => [number ?? '', id]));
}

async function refresh(tx: Context, id: Id, { areas, ...entry }: OfferEntry): Promise<void> {
  await tx.db
    .updateTable('learningOffer')
    .set((eb) => ({ ...entry, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  await tx.db.deleteFrom('learningOfferArea').where('offerId', '=', id).execute();
  const rows = areas.map((areaCode) => ({ offerId: id, areaCode }));
  await tx.db.insertInto('learningOfferArea').values(rows).execute();
}
