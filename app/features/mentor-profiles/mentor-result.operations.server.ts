import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { placeOfProfile } from './held-profile.server.ts';
import { type NewResult, ruleAgainstConfirming, ruleAgainstResult } from './mentor-result.ts';

/**
 * Enters a result of a mentor, by the mentor or by the curator on behalf; it counts when it is confirmed. Throws
 * NotFound; RuleBroken `result-without-evidence`, `result-year-ahead`, `once-different`. Source: 002-10.
 */
export async function addResult(
  ctx: Context,
  personId: Id,
  input: NewResult,
  onceKey: string | null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) =>
    once(tx, onceKey, { personId, ...input }, async () => {
      const place = await placeOfProfile(tx, personId);
      const refusal = ruleAgainstResult(input, tx.today);
      if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
      const id = newId();
      const written = { id, personId, ...place, ...input, enteredBy: personOf(tx), createdAt: tx.now };
      await tx.db.insertInto('mentorResult').values(written).execute();
      const line = { objectKind: 'mentorResult', objectId: id, ...place, personId };
      await journal(tx, { act: 'addMentorResult', ...line, after: { kind: input.kind, year: input.year } });
      return { id };
    }),
  );
}

/**
 * Confirms that the evidence of a result was seen: from now on it counts. Throws NotFound, StaleWrite; RuleBroken
 * `result-of-own-confirmation`, `result-already-confirmed`, `result-withdrawn`. Source: 002-10, BR-13.
 */
export async function confirmResult(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const result = await heldResult(tx, id);
    await assertCan(tx, 'mentorResult.confirm', id);
    const by = personOf(tx);
    const refusal = ruleAgainstConfirming(result, by);
    if (refusal) throw new RuleBroken(refusal);
    refuseStale(result.version, input.version);
    await tx.db
      .updateTable('mentorResult')
      .set({ confirmedBy: by, confirmedOn: tx.today, version: result.version + 1 })
      .where('id', '=', id)
      .execute();
    const { personId, unitId, regionId } = result;
    const line = { objectKind: 'mentorResult', objectId: id, unitId, regionId, personId };
    await journal(tx, { act: 'confirmMentorResult', ...line, after: { confirmedOn: tx.today } });
  });
}

/**
 * Takes a result back: it no longer counts and stays as history; mentorships that go on are not touched. Throws
 * NotFound, StaleWrite; RuleBroken `result-withdrawn`.
 */
export async function withdrawResult(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const result = await heldResult(tx, id);
    await assertCan(tx, 'mentorResult.withdraw', id);
    if (result.withdrawnOn !== null) throw new RuleBroken('result-withdrawn');
    refuseStale(result.version, input.version);
    await tx.db
      .updateTable('mentorResult')
      .set({ withdrawnBy: personOf(tx), withdrawnOn: tx.today, version: result.version + 1 })
      .where('id', '=', id)
      .execute();
    const { personId, unitId, regionId } = result;
    const line = { objectKind: 'mentorResult', objectId: id, unitId, regionId, personId };
    await journal(tx, { act: 'withdrawMentorResult', ...line, after: { isWithdrawn: true } });
  });
}

async function heldResult(tx: Context, id: Id) {
  const row = await tx.db
    .selectFrom('mentorResult')
    .select(['personId', 'unitId', 'regionId', 'confirmedOn', 'withdrawnOn', 'version'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound('mentorResult');
  return row;
}

function refuseStale(version: number, opened: number): void {
  if (version !== opened) throw new StaleWrite({ version: String(version) });
}
