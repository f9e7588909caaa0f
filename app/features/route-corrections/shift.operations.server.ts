import { assertCan, can } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import {
  assertActive,
  journalRoute,
  type LockedRoute,
  lockedRoute,
} from '../educational-routes/locked-route.server.ts';
import { routeEnd } from '../educational-routes/route.ts';
import { cyclesOf } from '../educational-routes/route-cycle.ts';
import { correcting } from '../educational-routes/route-revision.server.ts';
import { markMonitoringDirty } from '../journal/monitoring-mark.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { shortName } from '../people/person-name.ts';
import { findPlanNow } from './revision.queries.server.ts';
import { revisionText } from './revision.text.ts';
import { ruleAgainstShift, shiftedStep } from './shift.ts';

/** Proposes another first day to the owner. Throws RuleBroken with a ShiftRule, `route-not-active`. */
export async function proposeShift(
  ctx: Context,
  routeId: Id,
  input: { newStartOn: Day; reason: string },
): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const route = await lockedRoute(tx, routeId);
    if (!(await can(tx, 'route.accompany', routeId))) await assertCan(tx, 'route.assignTutor', routeId);
    assertActive(route);
    await refuseShift(tx, route, input.newStartOn);
    const id = newId();
    const place = { routeId, unitId: route.unitId, regionId: route.regionId };
    const by = { proposedBy: personOf(tx), proposedOn: tx.today, state: 'proposed' };
    await tx.db
      .insertInto('routeShift')
      .values({ id, ...place, ...input, ...by })
      .execute();
    await journalRoute(tx, 'proposeShift', route, { after: { startedOn: input.newStartOn } });
    const notice = { kind: 'route-shift-proposed', path: paths.routeShiftAnswer(id) } as const;
    await notify(tx, { personId: route.personId, ...notice, details: { from: formatDay(input.newStartOn) } });
    return { id };
  });
}

/**
 * The owner consents or leaves everything as it is. By consent the route, its years and its open steps move; of an
 * agreed roadmap that is a revision. Throws RuleBroken `shift-already-answered`, a ShiftRule, `route-not-active`.
 */
export async function answerShift(ctx: Context, shiftId: Id, answer: 'accepted' | 'declined'): Promise<void> {
  await transact(ctx, async (tx) => {
    const found = await tx.db.selectFrom('routeShift').select('routeId').where('id', '=', shiftId).executeTakeFirst();
    if (!found) throw new NotFound('shift');
    const route = await lockedRoute(tx, found.routeId);
    await assertCan(tx, 'route.edit', route.id);
    assertActive(route);
    const shift = await tx.db
      .selectFrom('routeShift')
      .select(['newStartOn', 'reason', 'state', 'proposedBy'])
      .where('id', '=', shiftId)
      .executeTakeFirstOrThrow();
    if (shift.state !== 'proposed') throw new RuleBroken('shift-already-answered');
    await tx.db
      .updateTable('routeShift')
      .set({ state: answer, answeredOn: tx.today })
      .where('id', '=', shiftId)
      .execute();
    if (answer === 'accepted') await move(tx, route, shift);
    const before = { startedOn: route.startedOn };
    const after = { startedOn: answer === 'accepted' ? shift.newStartOn : route.startedOn };
    await journalRoute(tx, 'answerShift', route, { before, after });
    const owner = await tx.db
      .selectFrom('person')
      .select(['lastName', 'firstName', 'middleName'])
      .where('id', '=', route.personId)
      .executeTakeFirstOrThrow();
    const details = { person: shortName(owner), answer: revisionText.answered[answer] };
    const notice = { kind: 'route-shift-answered', path: paths.route(route.id), details } as const;
    await notify(tx, { personId: shift.proposedBy, ...notice });
    await markMonitoringDirty(tx, route.unitId);
  });
}

async function move(tx: Context, route: LockedRoute, shift: { newStartOn: Day; reason: string }): Promise<void> {
  const { newStartOn: startedOn, reason } = shift;
  await refuseShift(tx, route, startedOn);
  const period = { startedOn, endedOn: routeEnd(startedOn, route.years), version: route.version + 1 };
  await tx.db.updateTable('educationalRoute').set(period).where('id', '=', route.id).execute();
  await tx.db.deleteFrom('routeCycle').where('routeId', '=', route.id).execute();
  const cycles = cyclesOf({ startedOn, years: route.years }).map((cycle) => ({ routeId: route.id, ...cycle }));
  await tx.db.insertInto('routeCycle').values(cycles).execute();
  await correcting(tx, route, { cause: 'organisation', reason }, () => moveSteps(tx, route, startedOn));
}

async function moveSteps(tx: Context, route: LockedRoute, newStartOn: Day) {
  const plans = await findPlanNow(tx, route.id);
  const open = await tx.db
    .selectFrom('routeStep')
    .select(['id', 'startedOn', 'dueOn', 'version'])
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .orderBy('id')
    .execute();
  const changes = [];
  for (const step of open) {
    const { id: stepId, ...days } = shiftedStep(step, route, newStartOn);
    const changed = { ...days, version: step.version + 1 };
    await tx.db.updateTable('routeStep').set(changed).where('id', '=', stepId).execute();
    const before = plans.get(stepId);
    if (before) changes.push({ stepId, before, after: { ...before, ...days } });
  }
  return changes;
}

async function refuseShift(tx: Context, route: LockedRoute, newStartOn: Day): Promise<void> {
  const [closed, reviewed] = await Promise.all([
    tx.db
      .selectFrom('routeStep')
      .select(({ fn }) => fn.min('startedOn').as('from'))
      .where('routeId', '=', route.id)
      .where('closedOn', 'is not', null)
      .executeTakeFirst(),
    tx.db
      .selectFrom('routeCycle')
      .select('number')
      .where('routeId', '=', route.id)
      .where('reviewedOn', 'is not', null)
      .executeTakeFirst(),
  ]);
  const state = { ...route, firstReviewed: reviewed !== undefined, closedFrom: closed?.from ?? null };
  const refusal = ruleAgainstShift(state, newStartOn, tx.today);
  if (refusal) throw new RuleBroken(refusal, 'newStartOn');
}
