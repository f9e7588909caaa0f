import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { type OpenRoute, openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { addStep, closeStep, type StepPlan } from '#app/features/educational-routes/route-step.operations.server.ts';
import type { Id } from '#db/schema.ts';

/** Whose route, and at which centre. */
export type RouteOwner = Pick<OpenRoute, 'personId' | 'centreId'>;

/** Opens a route of four years from today without a tutor, unless said otherwise. */
export function makeRoute(ctx: Context, owner: RouteOwner, overrides: Partial<OpenRoute> = {}): Promise<{ id: Id }> {
  const terms = {
    years: 4,
    startedOn: ctx.today,
    tutorId: null,
    targetImage: 'Учитель, который учит ставить вопросы.',
  };
  return openRoute(ctx, { ...terms, ...owner, ...overrides });
}

/** Adds a step that lasts a month from today, unless said otherwise. */
export function makeStep(ctx: Context, routeId: Id, overrides: Partial<StepPlan> = {}): Promise<{ id: Id }> {
  return addStep(ctx, routeId, {
    kind: 'trial',
    area: 'methodical',
    title: 'Урок-исследование',
    expectedProduct: 'Разработка урока',
    startedOn: ctx.today,
    dueOn: addDays(ctx.today, 30),
    ...overrides,
  });
}

/** Adds a step and closes it as the owner whose context is given. */
export async function makeClosedStep(
  ctx: Context,
  routeId: Id,
  overrides: Partial<StepPlan> = {},
): Promise<{ id: Id }> {
  const step = await makeStep(ctx, routeId, overrides);
  await closeStep(ctx, step.id, { product: 'Разработка урока «Закон Ома»', attitude: 'Получилось лучше, чем ждал.' });
  return step;
}
