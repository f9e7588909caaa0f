import { assertCanAt } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { heldUnit } from '../org-units/unit-life.server.ts';
import type { NewPerson } from './person.ts';
import { ruleAgainstCategory, ruleAgainstDates } from './person-rules.ts';

/**
 * Records a person at a unit, with the first employment if any. Throws NotFound where the actor may not, RuleBroken
 * about dates or `unit-closed`.
 */
export async function addPerson(ctx: Context, input: NewPerson, onceKey: string | null = null): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'person.manage', input.unitId);
    const refusal =
      ruleAgainstDates({ ...input, hiredOn: input.employment?.startedOn }, tx.today) ??
      ruleAgainstCategory(input, tx.today);
    if (refusal) throw new RuleBroken(refusal.rule, refusal.field);
    return once(tx, onceKey, input, async () => {
      const made = await insertPerson(tx, input);
      await markMonitoringDirty(tx, input.unitId);
      return made;
    });
  });
}

/**
 * Writes the person, the employment and the journal line inside an act that has already asked for the right. Throws
 * RuleBroken `unit-closed` for work at a unit whose last day is set.
 */
export async function insertPerson(tx: Context, input: NewPerson): Promise<{ id: Id }> {
  const { employment, ...person } = input;
  const unit = await heldUnit(tx, input.unitId);
  if (employment && unit.endedOn !== null) throw new RuleBroken('unit-closed', 'unitId');
  const id = newId();
  await tx.db
    .insertInto('person')
    .values({ id, regionId: unit.regionId, ...person })
    .execute();
  if (employment) {
    const place = { unitId: input.unitId, regionId: unit.regionId };
    await tx.db
      .insertInto('employment')
      .values({ id: newId(), personId: id, ...place, ...employment })
      .execute();
  }
  await journal(tx, {
    act: 'addPerson',
    objectKind: 'person',
    objectId: id,
    unitId: input.unitId,
    regionId: unit.regionId,
    personId: id,
    after: { postCode: employment?.postCode ?? null, startedOn: employment?.startedOn ?? null },
  });
  return { id };
}
