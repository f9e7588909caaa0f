import type { Context } from '#app/core/context.server.ts';
import { addPlanItem, type PlanItemInput } from '#app/features/programmes/plan-item.operations.server.ts';
import {
  approveProgramme,
  draftProgramme,
  type ProgrammeDraft,
} from '#app/features/programmes/programme.operations.server.ts';
import type { Goal } from '#app/features/programmes/programme.ts';
import { addGoal } from '#app/features/programmes/programme-goal.operations.server.ts';
import type { Id } from '#db/schema.ts';

/** Starts a programme for the whole time of its mentorship, unless said otherwise. */
export async function makeDraft(
  ctx: Context,
  mentorshipId: Id,
  overrides: Partial<ProgrammeDraft> = {},
): Promise<{ id: Id; startedOn: string; endedOn: string }> {
  const period = await ctx.db
    .selectFrom('mentorship')
    .select(['startedOn', 'endedOn'])
    .where('id', '=', mentorshipId)
    .executeTakeFirstOrThrow();
  const draft = {
    problem: 'Трудно удержать внимание класса на объяснении.',
    aim: 'Уверенно вести урок с работой в парах.',
    ...period,
    ...overrides,
  };
  const { id } = await draftProgramme(ctx, mentorshipId, draft);
  return { id, startedOn: draft.startedOn, endedOn: draft.endedOn };
}

/** Adds a measurable goal. */
export function makeGoal(ctx: Context, mentorshipId: Id, overrides: Partial<Goal> = {}): Promise<{ id: Id }> {
  const goal = {
    aim: 'Научиться вести работу в парах',
    indicator: 'Уроков с работой в парах за неделю',
    startValue: '0',
    targetValue: '3',
  };
  return addGoal(ctx, mentorshipId, { ...goal, ...overrides });
}

/** Adds an item of the plan, due on the given day. */
export function makePlanItem(
  ctx: Context,
  mentorshipId: Id,
  item: Pick<PlanItemInput, 'dueOn'> & Partial<PlanItemInput>,
): Promise<{ id: Id }> {
  const usual = { kind: 'lesson_visit' as const, topic: 'Урок наставника с обсуждением', product: 'Заметки к уроку' };
  return addPlanItem(ctx, mentorshipId, { ...usual, ...item });
}

/** Starts a programme with one goal and one item due on its last day; as the author whose context is given. */
export async function makeCompleteDraft(
  ctx: Context,
  mentorshipId: Id,
  overrides: Partial<ProgrammeDraft> = {},
): Promise<{ id: Id; itemId: Id; goalId: Id; version: number }> {
  const { id, endedOn } = await makeDraft(ctx, mentorshipId, overrides);
  const goal = await makeGoal(ctx, mentorshipId);
  const item = await makePlanItem(ctx, mentorshipId, { dueOn: endedOn });
  const { version } = await ctx.db
    .selectFrom('programme')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id, itemId: item.id, goalId: goal.id, version };
}

/** The same, approved by the head whose context is given last. */
export async function makeApproved(
  author: Context,
  mentorshipId: Id,
  head: Context,
): Promise<{ id: Id; itemId: Id; goalId: Id }> {
  const { version, ...programme } = await makeCompleteDraft(author, mentorshipId);
  await approveProgramme(head, mentorshipId, { version });
  return programme;
}
