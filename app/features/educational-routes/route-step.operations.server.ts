import { assertCan, can } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { findOptionalOpenOffer } from '../offers/offer.queries.server.ts';
import type { Area } from '../people/competence-area.ts';
import type { NewFile } from '../product-files/product-file.ts';
import { readProductFiles } from '../product-files/product-file-reader.server.ts';
import { deficitServed } from './deficit.server.ts';
import {
  assertActive,
  assertFresh,
  journalRoute,
  type LockedRoute,
  lockedRoute,
  lockedStep,
} from './locked-route.server.ts';
import { areaOf, ruleAgainstClosing, ruleAgainstStepDays, type StepResult, stepKind } from './route.ts';
import { keepFiles, namesOfFiles } from './route-file.server.ts';
import { correcting } from './route-revision.server.ts';
import {
  type Correction,
  changedFields,
  PRESENTATION_LEVELS,
  type StepPlan,
  type WholePlan,
  wholePlan,
} from './route-step.ts';
import { tutorsToTell } from './route-tutors.server.ts';

/**
 * Adds a step to the roadmap; the owner and the accompanying tutor may. It serves the deficit open in its area; once the
 * roadmap is agreed it is a correction with a cause. Throws RuleBroken `step-without-gap`, `step-outside-route`,
 * `route-step-due-before-start`, `correction-needs-cause`, `route-not-active`. Source: 002-38, 002-40.
 */
export async function addStep(
  ctx: Context,
  routeId: Id,
  input: StepPlan & Correction & { offerId?: Id | null },
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
      const revision = await correcting(tx, route, input, async () => {
        const deficitId = await deficitServed(tx, routeId, input.area);
        await tx.db
          .insertInto('routeStep')
          .values({ id, routeId, unitId, regionId, deficitId, createdAt: tx.now, ...columnsOf(input) })
          .execute();
        await keepOffer(tx, id, input.offerId ?? null);
        return [{ stepId: id, before: null, after: wholePlan(input) }];
      });
      const { kind, startedOn, dueOn } = input;
      await journalRoute(tx, 'addStep', route, { stepId: id, after: { kind, startedOn, dueOn, revision } });
      await tellOfCorrection(tx, route, { revision, title: input.title });
      await markMonitoringDirty(tx, unitId);
      return { id };
    });
  });
}

/**
 * Changes the plan of an open step; what is left out of the details stays. Throws StaleWrite, RuleBroken
 * `step-already-closed` and those of `addStep`.
 */
export async function editStep(
  ctx: Context,
  stepId: Id,
  input: StepPlan & Correction & { version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    await assertMayPlan(tx, route.id);
    assertActive(route);
    if (step.closedOn) throw new RuleBroken('step-already-closed');
    assertFresh(step, input.version, shownPlan(step));
    assertDays(input, route);
    const former = planOf(step, input.area);
    const after = wholePlan({ ...former, ...input });
    const revision = await correcting(tx, route, input, async () => {
      const isSameGap = step.areaCode === input.area && step.deficitId !== null;
      const deficitId = isSameGap ? step.deficitId : await deficitServed(tx, route.id, input.area);
      const changed = { ...columnsOf(after), deficitId, version: step.version + 1 };
      await tx.db.updateTable('routeStep').set(changed).where('id', '=', stepId).execute();
      return changedFields(former, after).length === 0 ? [] : [{ stepId, before: former, after }];
    });
    const before = { kind: step.kind, startedOn: step.startedOn, dueOn: step.dueOn };
    const now = { kind: input.kind, startedOn: input.startedOn, dueOn: input.dueOn, revision };
    await journalRoute(tx, 'editStep', route, { stepId, before, after: now });
    await tellOfCorrection(tx, route, { revision, title: input.title });
    await markMonitoringDirty(tx, route.unitId);
  });
}

/**
 * Closes a step with the product it left and the owner's attitude to the result; only the owner may. A product is told
 * in words, by a link or by files; files without words are named by themselves. Throws RuleBroken with a ProductFileRule,
 * `step-needs-product-and-attitude`, `product-link-not-web`, `step-already-closed`, `route-not-active`. Source: 002-39,
 * BR-23.
 */
export async function closeStep(
  ctx: Context,
  stepId: Id,
  input: StepResult & { files?: readonly NewFile[] },
): Promise<void> {
  const files = await readProductFiles(input.files ?? []);
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    await assertCan(tx, 'route.edit', route.id);
    assertActive(route);
    const { attitude, productLink = '' } = input;
    if (step.closedOn === null && files.length > 0) await keepFiles(tx, route, { stepId }, files);
    const product = input.product.trim() || (await namesOfFiles(tx, stepId)).join(', ').slice(0, 4000);
    const refusal = ruleAgainstClosing(step, { ...input, product });
    if (refusal === 'step-already-closed') throw new RuleBroken(refusal);
    if (refusal === 'product-link-not-web') throw new RuleBroken(refusal, 'productLink');
    if (refusal) throw new RuleBroken(refusal, product.trim() === '' ? 'product' : 'attitude');
    const done = { product, attitude, productLink, closedOn: tx.today };
    const closed = { ...done, reviewState: 'waits', version: step.version + 1 };
    await tx.db.updateTable('routeStep').set(closed).where('id', '=', stepId).execute();
    await journalRoute(tx, 'closeStep', route, {
      stepId,
      after: { closedOn: tx.today, filesCount: files.length },
    });
    const path = paths.stepReview(stepId);
    const details = { title: step.title };
    const tutors = await tutorsToTell(tx, route.id);
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
    const read = step.closedOn === null ? {} : { reviewState: 'accepted' };
    const changed = { tutorNote: input.note, version: step.version + 1, ...read };
    await tx.db.updateTable('routeStep').set(changed).where('id', '=', stepId).execute();
    await journalRoute(tx, 'noteStep', route, { stepId, after: { version: changed.version } });
    const details = { title: step.title };
    await notifyAll(tx, [{ personId: route.personId, kind: 'route-step-noted', path: paths.route(route.id), details }]);
  });
}

/** Remembers the offer a step was planned from, if the actor can read it and it is still open. */
async function keepOffer(tx: Context, stepId: Id, offerId: Id | null): Promise<void> {
  const offer = offerId && (await findOptionalOpenOffer(tx, offerId));
  if (offer) await tx.db.insertInto('stepOffer').values({ stepId, offerId: offer.id }).execute();
}

async function assertMayPlan(tx: Context, routeId: Id): Promise<void> {
  if (await can(tx, 'route.accompany', routeId)) return;
  await assertCan(tx, 'route.edit', routeId);
}

function assertDays(input: StepPlan, route: LockedRoute): void {
  const refusal = ruleAgainstStepDays(input, route);
  if (refusal) throw new RuleBroken(refusal, input.startedOn < route.startedOn ? 'startedOn' : 'dueOn');
}

function columnsOf(plan: StepPlan) {
  const { area, ...columns } = wholePlan(plan);
  return { ...columns, areaCode: area };
}

type StepRow = Awaited<ReturnType<typeof lockedStep>>['step'];

function planOf(step: StepRow, area: Area): WholePlan {
  const { kind, areaCode, presentationLevel, ...columns } = step;
  const level = PRESENTATION_LEVELS.find((known) => known === presentationLevel) ?? null;
  return wholePlan({ ...columns, kind: stepKind(kind), area: areaOf(areaCode) ?? area, presentationLevel: level });
}

function shownPlan({ title, expectedProduct, goal, organisation, startedOn, dueOn }: StepRow) {
  return { title, expectedProduct, goal, organisation, startedOn: formatDay(startedOn), dueOn: formatDay(dueOn) };
}

/** The owner hears of a correction by the tutor, the tutors of one by the owner. */
async function tellOfCorrection(
  tx: Context,
  route: LockedRoute,
  { revision, title }: { revision: number | null; title: string },
): Promise<void> {
  if (revision === null) return;
  const isOwner = tx.actor.kind === 'person' && tx.actor.personId === route.personId;
  const told = isOwner ? await tutorsToTell(tx, route.id) : [route.personId];
  const notice = { kind: 'route-corrected', path: paths.route(route.id), details: { title } } as const;
  await notifyAll(
    tx,
    told.map((personId) => ({ personId, ...notice })),
  );
}
