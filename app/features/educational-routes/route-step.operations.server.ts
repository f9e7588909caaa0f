import { assertCan, can } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import type { Area } from '../people/competence-area.ts';
import {
  assertActive,
  assertFresh,
  journalRoute,
  type LockedRoute,
  lockedRoute,
  lockedStep,
} from './locked-route.server.ts';
import { ruleAgainstClosing, ruleAgainstStepDays, type StepKind } from './route.ts';

/** What a step of the roadmap is. */
export interface StepPlan {
  kind: StepKind;
  area: Area;
  title: string;
  expectedProduct: string;
  startedOn: Day;
  dueOn: Day;
}

/**
 * Adds a step to the roadmap; the owner and the accompanying tutor may. Throws RuleBroken `step-outside-route`,
 * `route-step-due-before-start`, `route-not-active`. Source: 002-38.
 */
export async function addStep(
  ctx: Context,
  routeId: Id,
  input: StepPlan,
  onceKey: string | null = null,
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    await assertMayPlan(tx, routeId);
    return once(tx, onceKey, { routeId, ...input }, async () => {
      assertActive(route);
      assertDays(input, route);
      const id = newId();
      const { unitId, regionId } = route;
      await tx.db
        .insertInto('routeStep')
        .values({ id, routeId, unitId, regionId, ...columnsOf(input) })
        .execute();
      const { kind, startedOn, dueOn } = input;
      await journalRoute(tx, 'addStep', route, { stepId: id, after: { kind, startedOn, dueOn } });
      await markMonitoringDirty(tx, unitId);
      return { id };
    });
  });
}

/**
 * Changes the plan of an open step. Throws StaleWrite, RuleBroken `step-already-closed` and those of `addStep`.
 */
export async function editStep(ctx: Context, stepId: Id, input: StepPlan & { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    await assertMayPlan(tx, route.id);
    assertActive(route);
    if (step.closedOn) throw new RuleBroken('step-already-closed');
    const { title, expectedProduct } = step;
    const days = { startedOn: formatDay(step.startedOn), dueOn: formatDay(step.dueOn) };
    assertFresh(step, input.version, { title, expectedProduct, ...days });
    assertDays(input, route);
    const changed = { ...columnsOf(input), version: step.version + 1 };
    await tx.db.updateTable('routeStep').set(changed).where('id', '=', stepId).execute();
    const before = { kind: step.kind, startedOn: step.startedOn, dueOn: step.dueOn };
    const after = { kind: input.kind, startedOn: input.startedOn, dueOn: input.dueOn };
    await journalRoute(tx, 'editStep', route, { stepId, before, after });
    await markMonitoringDirty(tx, route.unitId);
  });
}

/**
 * Closes a step with the product it left and the owner's attitude to the result; only the owner may. Throws RuleBroken
 * `step-needs-product-and-attitude`, `step-already-closed`, `route-not-active`. Source: 002-39, BR-23.
 */
export async function closeStep(ctx: Context, stepId: Id, input: { product: string; attitude: string }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    await assertCan(tx, 'route.edit', route.id);
    assertActive(route);
    const { product, attitude } = input;
    const refusal = ruleAgainstClosing(step, input);
    if (refusal === 'step-already-closed') throw new RuleBroken(refusal);
    if (refusal) throw new RuleBroken(refusal, product.trim() === '' ? 'product' : 'attitude');
    const closed = { product, attitude, closedOn: tx.today, version: step.version + 1 };
    await tx.db.updateTable('routeStep').set(closed).where('id', '=', stepId).execute();
    await journalRoute(tx, 'closeStep', route, { stepId, after: { closedOn: tx.today } });
    const path = paths.routeStepNote(stepId);
    const details = { title: step.title };
    const tutors = await tutorsOf(tx, route.id);
    await notifyAll(
      tx,
      tutors.map((personId) => ({ personId, kind: 'route-step-closed', path, details })),
    );
    await markMonitoringDirty(tx, route.unitId);
  });
}

/** Leaves the tutor's note to a step. Throws StaleWrite, RuleBroken `route-not-active`. */
export async function noteStep(ctx: Context, stepId: Id, input: { note: string; version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    await assertCan(tx, 'route.accompany', route.id);
    assertActive(route);
    assertFresh(step, input.version, { note: step.tutorNote });
    const changed = { tutorNote: input.note, version: step.version + 1 };
    await tx.db.updateTable('routeStep').set(changed).where('id', '=', stepId).execute();
    await journalRoute(tx, 'noteStep', route, { stepId, after: { version: changed.version } });
    const details = { title: step.title };
    await notifyAll(tx, [{ personId: route.personId, kind: 'route-step-noted', path: paths.route(route.id), details }]);
  });
}

async function assertMayPlan(tx: Context, routeId: Id): Promise<void> {
  if (await can(tx, 'route.accompany', routeId)) return;
  await assertCan(tx, 'route.edit', routeId);
}

function assertDays(input: StepPlan, route: LockedRoute): void {
  const refusal = ruleAgainstStepDays(input, route);
  if (refusal) throw new RuleBroken(refusal, input.startedOn < route.startedOn ? 'startedOn' : 'dueOn');
}

function columnsOf({ kind, area, title, expectedProduct, startedOn, dueOn }: StepPlan) {
  return { kind, areaCode: area, title, expectedProduct, startedOn, dueOn };
}

async function tutorsOf(tx: Context, routeId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('routeTutor')
    .select('personId')
    .where('routeId', '=', routeId)
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .execute();
  return rows.map(({ personId }) => personId);
}
