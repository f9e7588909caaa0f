import { assertCanAt } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { findKeeper } from '../directories/locked-entry.server.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { ruleAgainstAdding } from './legal-reference.ts';

/** A legal act to be kept in the directory. */
export interface NewReference {
  title: string;
  citation: string;
  number: string;
  datedOn: Day;
  startedOn: Day;
  /** Code of the act it takes the place of. */
  replaces: string | null;
}

/**
 * Adds a legal act, for all or for one region; the act it replaces ends the day before. Throws NotFound where the actor
 * keeps no directories; RuleBroken with a code of `LegalRule`. Source: BR-65.
 */
export async function addReference(
  ctx: Context,
  keeperId: Id,
  input: NewReference,
  onceKey: string | null = null,
): Promise<{ code: string }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'directory.manage', keeperId);
    const keeper = await findKeeper(tx, keeperId);
    return once(tx, onceKey, input, async () => {
      const { replaces, ...act } = input;
      const replaced = await lockedReference(tx, replaces);
      if (replaces !== null && replaced?.unitId !== keeper.regionId) {
        throw new RuleBroken('reference-of-others', 'replaces');
      }
      const broken = ruleAgainstAdding(act, replaced);
      if (broken) throw new RuleBroken(broken.rule, broken.field);
      const id = newId();
      const place = { unitId: keeper.regionId, regionId: keeper.regionId };
      await tx.db
        .insertInto('legalReference')
        .values({ id, code: id, ...place, ...act })
        .execute();
      if (replaced) {
        await tx.db
          .updateTable('legalReference')
          .set((eb) => ({
            endedOn: lastDay(replaced.endedOn, act.startedOn),
            replacedBy: id,
            version: eb('version', '+', 1),
          }))
          .where('id', '=', replaced.id)
          .execute();
      }
      const after = { number: act.number, startedOn: act.startedOn, replaces };
      const where = { unitId: keeperId, regionId: keeper.regionId };
      await journal(tx, { act: 'addLegalReference', objectKind: 'legal_reference', objectId: id, ...where, after });
      return { code: id };
    });
  });
}

/** An act with a planned end may be replaced before it, never lives longer than planned. */
function lastDay(planned: Day | null, nextFrom: Day): Day {
  const before = addDays(nextFrom, -1);
  return planned !== null && planned < before ? planned : before;
}

async function lockedReference(tx: Context, code: string | null) {
  if (code === null) return null;
  const row = await tx.db
    .selectFrom('legalReference')
    .select(['id', 'unitId', 'startedOn', 'endedOn', 'replacedBy'])
    .where('code', '=', code)
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row ?? null;
}
