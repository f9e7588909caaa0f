import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import {
  bumpVersion,
  changedFields,
  journalProgramme,
  type LockedProgramme,
  lockedGoal,
  lockedProgrammeOf,
} from './locked-programme.server.ts';
import { type Goal, ruleAgainstChanging } from './programme.ts';

const OBJECT = 'programme_goal';

/** Adds a measurable goal to a draft. Throws NotFound, Forbidden, RuleBroken `programme-already-approved`. Source: 000-10. */
export async function addGoal(
  ctx: Context,
  mentorshipId: Id,
  input: Goal,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const programme = await lockedProgrammeOf(tx, mentorshipId);
    await assertChangeable(tx, programme);
    return once(tx, onceKey, { mentorshipId, ...input }, async () => {
      const last = await tx.db
        .selectFrom('programmeGoal')
        .select(({ fn }) => fn.max('position').as('position'))
        .where('programmeId', '=', programme.id)
        .executeTakeFirstOrThrow();
      const id = newId();
      const position = (last.position ?? 0) + 1;
      await tx.db
        .insertInto('programmeGoal')
        .values({ id, programmeId: programme.id, position, ...input })
        .execute();
      await bumpVersion(tx, programme.id);
      const about = { objectKind: OBJECT, objectId: id, after: { position } };
      await journalProgramme(tx, 'addGoal', programme, about);
      return { id };
    });
  });
}

/** Changes a goal of a draft. Throws NotFound, Forbidden, StaleWrite, RuleBroken `programme-already-approved`. */
export async function editGoal(ctx: Context, goalId: Id, input: Goal & { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { version, ...changed } = input;
    const { programme, goal } = await lockedGoal(tx, goalId);
    await assertChangeable(tx, programme);
    if (goal.version !== version) {
      const { id: _, version: inForce, ...texts } = goal;
      throw new StaleWrite({ ...texts, version: String(inForce) });
    }
    await tx.db
      .updateTable('programmeGoal')
      .set({ ...changed, version: version + 1 })
      .where('id', '=', goalId)
      .execute();
    await bumpVersion(tx, programme.id);
    const after = { changed: changedFields(goal, changed) };
    await journalProgramme(tx, 'editGoal', programme, { objectKind: OBJECT, objectId: goalId, after });
  });
}

/** Takes a goal out of a draft. Throws NotFound, Forbidden, StaleWrite, RuleBroken `programme-already-approved`. */
export async function removeGoal(ctx: Context, goalId: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { programme, goal } = await lockedGoal(tx, goalId);
    await assertChangeable(tx, programme);
    if (goal.version !== input.version) throw new StaleWrite({ version: String(goal.version) });
    await tx.db.deleteFrom('programmeGoal').where('id', '=', goalId).execute();
    await bumpVersion(tx, programme.id);
    const { aim, indicator, startValue, targetValue } = goal;
    const before = { aim, indicator, startValue, targetValue };
    await journalProgramme(tx, 'removeGoal', programme, { objectKind: OBJECT, objectId: goalId, before });
  });
}

async function assertChangeable(tx: Context, programme: LockedProgramme): Promise<void> {
  await assertCan(tx, 'programme.edit', programme.id);
  const refusal = ruleAgainstChanging(programme);
  if (refusal) throw new RuleBroken(refusal);
}
