import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { planItemKind, ruleAgainstChanging } from './programme.ts';

/** One goal the actor may change. Throws NotFound. */
export async function findGoal(ctx: Context, goalId: Id) {
  const row = await ctx.db
    .selectFrom('programmeGoal')
    .innerJoin('programme', 'programme.id', 'programmeGoal.programmeId')
    .innerJoin('mentorship', 'mentorship.id', 'programme.mentorshipId')
    .select(['programmeGoal.id', 'programmeGoal.aim', 'programmeGoal.indicator', 'programmeGoal.version'])
    .select(['programmeGoal.startValue', 'programmeGoal.targetValue'])
    .select(['programme.mentorshipId', 'programme.state', 'mentorship.state as mentorshipState'])
    .where('programmeGoal.id', '=', goalId)
    .where(within(ctx, 'programme.edit'))
    .executeTakeFirst();
  if (!row) throw new NotFound('goal');
  const { state, mentorshipState, ...goal } = row;
  return { ...goal, refusal: ruleAgainstChanging({ state, mentorshipState }) };
}

/** One plan item the actor may change or mark done. Throws NotFound. */
export async function findPlanItem(ctx: Context, itemId: Id) {
  const row = await ctx.db
    .selectFrom('planItem')
    .innerJoin('programme', 'programme.id', 'planItem.programmeId')
    .innerJoin('mentorship', 'mentorship.id', 'programme.mentorshipId')
    .select(['planItem.id', 'planItem.kind', 'planItem.topic', 'planItem.dueOn', 'planItem.product'])
    .select(['planItem.doneOn', 'planItem.version', 'programme.startedOn', 'programme.endedOn'])
    .select(['programme.mentorshipId', 'programme.state', 'mentorship.state as mentorshipState'])
    .where('planItem.id', '=', itemId)
    .where(within(ctx, 'programme.edit'))
    .executeTakeFirst();
  if (!row) throw new NotFound('plan item');
  const { mentorshipState, kind, ...item } = row;
  return { ...item, kind: planItemKind(kind), refusal: ruleAgainstChanging({ state: item.state, mentorshipState }) };
}
