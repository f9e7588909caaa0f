import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { addAcquainted } from '../local-acts/act-acquainted.server.ts';
import { journalAct } from '../local-acts/local-act.operations.server.ts';
import { countWorking } from './acquaintance.queries.server.ts';
import { type AcquaintanceRule, ruleAgainstPaper } from './acquaintance.ts';

interface ReadAct {
  id: Id;
  unitId: Id;
  regionId: Id | null;
  heading: string;
  documentHash: string;
  registeredOn: Day;
}

/**
 * The actor has read an act, exactly the text shown. Throws NotFound to whoever is not named in the list; RuleBroken
 * `acquainted-already`, `text-changed`.
 */
export async function confirmAcquaintance(ctx: Context, actId: Id, input: { hash: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const line = await tx.db
      .selectFrom('actAcquaintance')
      .select(['id', 'acquaintedOn'])
      .where('actId', '=', actId)
      .where('personId', '=', personOf(tx))
      .forUpdate()
      .executeTakeFirst();
    if (!line) throw new NotFound('acquaintance');
    await assertCan(tx, 'acquaintance.confirm', line.id);
    if (line.acquaintedOn !== null) throw new RuleBroken('acquainted-already');
    const act = await readAct(tx, actId);
    if (act.documentHash !== input.hash) throw new RuleBroken('text-changed');
    const me = personOf(tx);
    await tx.db
      .updateTable('actAcquaintance')
      .set({ acquaintedOn: tx.today, way: 'own', recordedBy: me })
      .where('id', '=', line.id)
      .execute();
    await journalAct(tx, 'confirmAcquaintance', act, { way: 'own', documentHash: act.documentHash });
  });
}

/** Adds people of the organisation to the list of an approved act and tells them. Throws RuleBroken with an `AcquaintanceRule`. */
export async function nameReaders(ctx: Context, actId: Id, personIds: readonly Id[]): Promise<{ added: number }> {
  return transact(ctx, async (tx) => {
    const act = await readAct(tx, actId);
    await assertCan(tx, 'act.edit', actId);
    const people = [...new Set(personIds)];
    if (people.length === 0) throw new RuleBroken('nobody-to-acquaint', 'personIds');
    const working = await countWorking(tx, act.unitId, people);
    if (working !== people.length) throw new RuleBroken('stranger-to-acquaint', 'personIds');
    const added = await addAcquainted(tx, act, people);
    await journalAct(tx, 'nameReaders', act, { people: added });
    return { added };
  });
}

/** Records who signed the paper list on a day. Throws RuleBroken with an `AcquaintanceRule`. */
export async function recordPaperAcquaintance(
  ctx: Context,
  actId: Id,
  input: { personIds: readonly Id[]; acquaintedOn: Day },
): Promise<{ recorded: number }> {
  return transact(ctx, async (tx) => {
    const act = await readAct(tx, actId);
    await assertCan(tx, 'act.edit', actId);
    const people = [...new Set(input.personIds)];
    if (people.length === 0) throw new RuleBroken('nobody-to-acquaint', 'personIds');
    const refusal: AcquaintanceRule | null = ruleAgainstPaper(input.acquaintedOn, act.registeredOn, tx.today);
    if (refusal) throw new RuleBroken(refusal, 'acquaintedOn');
    const lines = await tx.db
      .selectFrom('actAcquaintance')
      .select(['id', 'acquaintedOn'])
      .where('actId', '=', actId)
      .where('personId', 'in', people)
      .orderBy('id')
      .forUpdate()
      .execute();
    if (lines.length !== people.length) throw new RuleBroken('stranger-to-acquaint', 'personIds');
    if (lines.some(({ acquaintedOn }) => acquaintedOn !== null))
      throw new RuleBroken('acquainted-already', 'personIds');
    // One list, one organisation: what holds for its first line holds for all.
    if (lines[0]) await assertCan(tx, 'acquaintance.record', lines[0].id);
    await tx.db
      .updateTable('actAcquaintance')
      .set({ acquaintedOn: input.acquaintedOn, way: 'paper', recordedBy: personOf(tx) })
      .where(
        'id',
        'in',
        lines.map(({ id }) => id),
      )
      .execute();
    await journalAct(tx, 'recordPaperAcquaintance', act, { people: lines.length, signedOn: input.acquaintedOn });
    return { recorded: lines.length };
  });
}

async function readAct(tx: Context, actId: Id): Promise<ReadAct> {
  const row = await tx.db
    .selectFrom('localAct')
    .select(['id', 'unitId', 'regionId', 'heading', 'documentHash', 'registeredOn', 'state'])
    .where('id', '=', actId)
    .executeTakeFirst();
  if (!row) throw new NotFound('act');
  const { registeredOn, state, ...act } = row;
  if (state !== 'approved' || registeredOn === null) throw new RuleBroken('act-not-approved');
  return { ...act, registeredOn };
}
