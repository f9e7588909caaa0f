import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';

/** Items of approved programmes in which the owner of a route is the mentee, with what they serve. */
export async function listOwnPlanItems(ctx: Context, stepId: Id, ownerId: Id) {
  const rows = await ctx.db
    .selectFrom('planItem')
    .innerJoin('programme', 'programme.id', 'planItem.programmeId')
    .leftJoin('stepPlanItem', 'stepPlanItem.planItemId', 'planItem.id')
    .select(['planItem.id', 'planItem.topic', 'planItem.dueOn', 'planItem.doneOn'])
    .select(sql<boolean>`coalesce(step_plan_item.step_id = ${stepId}, false)`.as('servesThis'))
    .select(sql<boolean>`coalesce(step_plan_item.step_id <> ${stepId}, false)`.as('servesOther'))
    .where('programme.state', '=', 'approved')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('mentorshipMember')
          .select('mentorshipMember.id')
          .whereRef('mentorshipMember.mentorshipId', '=', 'programme.mentorshipId')
          .where('mentorshipMember.side', '=', 'mentee')
          .where('mentorshipMember.personId', '=', ownerId),
      ),
    )
    .orderBy('planItem.dueOn')
    .orderBy('planItem.id')
    .limit(100)
    .execute();
  return rows.map((row) => ({ ...row, servesThis: Boolean(row.servesThis), servesOther: Boolean(row.servesOther) }));
}
