import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type OfferEntry, ruleAgainstEntry } from './offer.ts';

/**
 * Adds an entry to the register of the federation or a region. Throws NotFound outside `offer.manage`, RuleBroken with
 * an OfferRule. Source: 002-14, 002-17.
 */
export async function addOffer(
  ctx: Context,
  input: OfferEntry & { unitId: Id },
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const { unitId, ...entry } = input;
    const { regionId } = await keeperOf(tx, unitId);
    return once(tx, onceKey, input, async () => {
      const id = await insertOffer(tx, { unitId, regionId }, entry);
      const after = { kind: entry.kind, number: entry.number };
      await journalOffer(tx, 'addOffer', { id, unitId, regionId }, after);
      return { id };
    });
  });
}

/** Corrects an entry. Throws NotFound, StaleWrite, RuleBroken with an OfferRule. */
export async function editOffer(ctx: Context, id: Id, input: OfferEntry & { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const offer = await lockedOffer(tx, id);
    const { version, areas, ...entry } = input;
    if (offer.version !== version) {
      const { title, number, providerName } = offer;
      throw new StaleWrite({ title, number: number ?? '', providerName, version: String(offer.version) });
    }
    refuseEntry(input);
    await tx.db
      .updateTable('learningOffer')
      .set({ ...entry, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await writeAreas(tx, id, areas);
    await journalOffer(tx, 'editOffer', offer, { kind: entry.kind, number: entry.number });
  });
}

/** Takes an entry out of the register as of today; where it was chosen it stays. Throws NotFound, StaleWrite, RuleBroken. */
export async function endOffer(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const offer = await lockedOffer(tx, id);
    if (offer.version !== input.version) throw new StaleWrite({ version: String(offer.version) });
    const ended = { closedOn: tx.today, version: offer.version + 1 };
    await tx.db.updateTable('learningOffer').set(ended).where('id', '=', id).execute();
    await journalOffer(tx, 'endOffer', offer, { closedOn: tx.today });
  });
}

/** Writes an entry inside an act that has asked for the right. Throws RuleBroken with an OfferRule. */
export async function insertOffer(
  tx: Context,
  place: { unitId: Id; regionId: Id | null },
  entry: OfferEntry,
): Promise<Id> {
  refuseEntry(entry);
  const id = newId();
  const { areas, ...columns } = entry;
  await tx.db
    .insertInto('learningOffer')
    .values({ id, ...place, ...columns })
    .execute();
  await writeAreas(tx, id, areas);
  return id;
}

/** The federation or region the actor keeps a register of. Throws NotFound. */
export async function keeperOf(tx: Context, unitId: Id): Promise<{ regionId: Id | null }> {
  await assertCanAt(tx, 'offer.manage', unitId);
  const unit = await tx.db
    .selectFrom('orgUnit')
    .select('regionId')
    .where('id', '=', unitId)
    .where('kind', 'in', ['federation', 'region'])
    .executeTakeFirst();
  if (!unit) throw new NotFound('register');
  return unit;
}

async function lockedOffer(tx: Context, id: Id) {
  const offer = await tx.db
    .selectFrom('learningOffer')
    .select(['id', 'unitId', 'regionId', 'title', 'number', 'providerName', 'closedOn', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!offer) throw new NotFound('offer');
  await assertCan(tx, 'offer.manage', id);
  if (offer.closedOn !== null) throw new RuleBroken('offer-already-ended');
  return offer;
}

function refuseEntry(entry: OfferEntry): void {
  const refusal = ruleAgainstEntry(entry);
  if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
}

async function writeAreas(tx: Context, offerId: Id, areas: readonly string[]): Promise<void> {
  await tx.db.deleteFrom('learningOfferArea').where('offerId', '=', offerId).execute();
  const rows = areas.map((areaCode) => ({ offerId, areaCode }));
  await tx.db.insertInto('learningOfferArea').values(rows).execute();
}

async function journalOffer(
  tx: Context,
  act: string,
  { id, unitId, regionId }: { id: Id; unitId: Id; regionId: Id | null },
  after: Record<string, unknown>,
): Promise<void> {
  await journal(tx, { act, objectKind: 'learning_offer', objectId: id, unitId, regionId, after });
}
