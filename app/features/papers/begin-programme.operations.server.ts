import type { Context } from '#app/core/context.server.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { addPlanItem, type PlanItemInput } from '../programmes/plan-item.operations.server.ts';
import { draftProgramme } from '../programmes/programme.operations.server.ts';
import type { Goal } from '../programmes/programme.ts';
import { addGoal } from '../programmes/programme-goal.operations.server.ts';

/** The header of a programme with its first goal and its first item. */
export interface ProgrammeHeader {
  problem: string;
  aim: string;
  startedOn: Day;
  endedOn: Day;
  goal: Goal;
  item: PlanItemInput;
}

/**
 * Starts the programme with its first goal and item, all of them or none: the step of the wizard. Throws what
 * `draftProgramme`, `addGoal` and `addPlanItem` throw. Source: DT-11, BR-20, BR-60.
 */
export async function beginProgramme(
  ctx: Context,
  mentorshipId: Id,
  input: ProgrammeHeader,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) =>
    once(tx, onceKey, { mentorshipId, ...input }, async () => {
      const { goal, item, ...draft } = input;
      const programme = await draftProgramme(tx, mentorshipId, draft);
      await addGoal(tx, mentorshipId, goal);
      await addPlanItem(tx, mentorshipId, item);
      return programme;
    }),
  );
}
