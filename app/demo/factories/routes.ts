import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { addInstrument } from '#app/features/diagnostic-instruments/instrument.operations.server.ts';
import { FOUR_BLOCKS } from '#app/features/diagnostic-instruments/instrument.ts';
import { type OpenRoute, openRoute } from '#app/features/educational-routes/route.operations.server.ts';
import { addStep, closeStep } from '#app/features/educational-routes/route-step.operations.server.ts';
import type { Correction, StepPlan } from '#app/features/educational-routes/route-step.ts';
import { AREAS } from '#app/features/people/competence-area.ts';
import {
  recordMeasured,
  tellDifficulties,
  tellStrengths,
} from '#app/features/route-diagnosis/route-diagnosis.operations.server.ts';
import { type Reflection, reflectFinally } from '#app/features/route-reflections/reflection.operations.server.ts';
import type { Progress } from '#app/features/route-reflections/reflection.ts';
import type { Id } from '#db/schema.ts';
import { personOn } from '../demo-time.ts';

/** Whose route, and at which centre. */
export type RouteOwner = Pick<OpenRoute, 'personId' | 'centreId'>;

/**
 * Opens a route of four years from today without a tutor, unless said otherwise; the owner has told what comes hard in
 * each of the nine areas, so that a step may serve a deficit in any.
 */
export async function makeRoute(
  ctx: Context,
  owner: RouteOwner,
  overrides: Partial<OpenRoute> = {},
): Promise<{ id: Id }> {
  const terms = {
    years: 4,
    startedOn: ctx.today,
    tutorId: null,
    targetImage: 'Учитель, который учит ставить вопросы.',
  };
  const route = await openRoute(ctx, { ...terms, ...owner, ...overrides });
  await makeDiagnosis({ ...(await personOn(ctx.db, owner.personId, ctx.today)), now: ctx.now }, route.id);
  return route;
}

/** The owner whose context is given tells a strength and marks every area low, unless said otherwise. */
export async function makeDiagnosis(ctx: Context, routeId: Id, mark = 4): Promise<void> {
  await tellStrengths(ctx, routeId, [{ area: 'subject', note: 'Ведёт кружок по физике', evidence: '' }]);
  const told = AREAS.map((area) => ({ area, mark, note: '' }));
  await tellDifficulties(ctx, routeId, told);
}

/**
 * Results of an instrument of the centre, as its head whose context is given enters them; the instrument is added when
 * the centre has none. A deficit is opened nowhere.
 */
export async function makeMeasured(ctx: Context, routeId: Id): Promise<void> {
  const { centreId } = await ctx.db
    .selectFrom('educationalRoute')
    .select('centreId')
    .where('id', '=', routeId)
    .executeTakeFirstOrThrow();
  const { id } = await makeInstrument(ctx, centreId);
  const points = new Map(FOUR_BLOCKS.map((block) => [block, 18]));
  await recordMeasured(ctx, routeId, { instrumentId: id, madeOn: ctx.today, points, evidence: '' });
}

/** The instrument of a centre, added when there is none; as the head of the centre whose context is given. */
export async function makeInstrument(ctx: Context, centreId: Id): Promise<{ id: Id }> {
  const words = { name: 'Входная диагностика', edition: '1', provider: null, scheme: 'four' } as const;
  const kept = await ctx.db
    .selectFrom('diagnosticInstrument')
    .select('id')
    .where('unitId', '=', centreId)
    .where('name', '=', words.name)
    .executeTakeFirst();
  const scale = { maximum: 25, lowCutPercent: 60, highCutPercent: 80, startedOn: addDays(ctx.today, -365) };
  return kept ?? addInstrument(ctx, { unitId: centreId, ...words, ...scale });
}

/** Adds a step that lasts a month from today, unless said otherwise. */
export function makeStep(
  ctx: Context,
  routeId: Id,
  overrides: Partial<StepPlan & Correction> = {},
): Promise<{ id: Id }> {
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
  overrides: Partial<StepPlan & Correction> = {},
): Promise<{ id: Id }> {
  const step = await makeStep(ctx, routeId, overrides);
  await closeStep(ctx, step.id, { product: 'Разработка урока «Закон Ома»', attitude: 'Получилось лучше, чем ждал.' });
  return step;
}

/** What the owner says of every deficit asked about, and the rest of a reflection. */
export async function reflectionOn(
  ctx: Context,
  routeId: Id,
  overrides: Partial<Reflection> & { progress?: Progress } = {},
): Promise<Reflection> {
  const { progress = 'closed', ...words } = overrides;
  const rows = await ctx.db.selectFrom('routeDeficit').select('id').where('routeId', '=', routeId).execute();
  return {
    nearness: 8,
    tried: 'Вела уроки-исследования в двух параллелях.',
    changed: 'Дети стали чаще задавать вопросы сами.',
    kept: 'Вопросы в начале урока.',
    troubles: '',
    needs: '',
    deficits: rows.map(({ id }) => ({ deficitId: id, progress, note: '' })),
    motivation: { interest: 5, meaning: 4, confidence: 4, readiness: 4 },
    ...words,
  };
}

/** The owner whose context is given looks back upon the whole route, every deficit closed. */
export async function makeFinalReflection(ctx: Context, routeId: Id): Promise<void> {
  await reflectFinally(ctx, routeId, await reflectionOn(ctx, routeId));
}
