import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';

/** What is known of a guardian. */
export interface GuardianFacts {
  fullName: string;
  /** Birth certificate, decision on guardianship and the like. */
  rightDocument: string;
  /** Phone or address. */
  contact: string;
}

/**
 * Records who represents a person; only the curator of the home organisation. Throws NotFound; RuleBroken
 * `guardian-already-recorded`.
 */
export async function addGuardian(ctx: Context, personId: Id, facts: GuardianFacts): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const ward = await tx.db
      .selectFrom('person')
      .select(['unitId', 'regionId'])
      .where('id', '=', personId)
      .forShare()
      .executeTakeFirst();
    if (!ward) throw new NotFound('person');
    await assertCan(tx, 'consentPaper.record', personId);
    const id = newId();
    const row = { id, personId, ...ward, ...facts, recordedBy: personOf(tx), createdAt: tx.now };
    await tx.db.insertInto('guardian').values(row).execute();
    const line = { objectKind: 'guardian', objectId: id, ...ward, personId };
    await journal(tx, { act: 'addGuardian', ...line, after: { isRecorded: true } });
    return { id };
  });
}

/** Corrects a guardian's record. Throws NotFound, StaleWrite; RuleBroken `guardian-already-recorded`. */
export async function editGuardian(
  ctx: Context,
  id: Id,
  { version, ...facts }: GuardianFacts & { version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('guardian')
      .innerJoin('person as ward', 'ward.id', 'guardian.personId')
      .select(['guardian.personId', 'ward.unitId', 'ward.regionId', 'guardian.version'])
      .select(['guardian.fullName', 'guardian.rightDocument', 'guardian.contact'])
      .where('guardian.id', '=', id)
      // A record that was emptied is never filled again.
      .where('guardian.endedOn', 'is', null)
      .forUpdate('guardian')
      .executeTakeFirst();
    if (!row) throw new NotFound('guardian');
    await assertCan(tx, 'guardian.manage', id);
    const { fullName, rightDocument, contact } = row;
    if (row.version !== version)
      throw new StaleWrite({ fullName, rightDocument, contact, version: String(row.version) });
    await tx.db
      .updateTable('guardian')
      .set({ ...facts, version: version + 1 })
      .where('id', '=', id)
      .execute();
    const { personId, unitId, regionId } = row;
    const line = { objectKind: 'guardian', objectId: id, unitId, regionId, personId };
    await journal(tx, { act: 'editGuardian', ...line, after: { isCorrected: true } });
  });
}
