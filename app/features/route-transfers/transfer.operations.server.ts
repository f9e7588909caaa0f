import { sql } from 'kysely';
import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { journalRoute, type LockedRoute, lockedRoute } from '../educational-routes/locked-route.server.ts';
import { markMonitoringDirtyAll } from '../journal/monitoring-mark.server.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';

/** Where a route would go. */
interface Destination {
  unitId: Id;
  regionId: Id | null;
  centreId: Id;
}

/**
 * After a person has another home unit: the route follows at once when he has agreed, otherwise a transfer waits for
 * his word. Without a route under way, or without a centre in the new region, nothing happens. Runs inside an act.
 */
export async function followOwner(tx: Context, personId: Id, { isAgreed }: { isAgreed: boolean }): Promise<void> {
  const found = await tx.db
    .selectFrom('educationalRoute')
    .select('id')
    .where('personId', '=', personId)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();
  for (const { id } of found) {
    const route = await lockedRoute(tx, id);
    const to = await destinationOf(tx, personId);
    if (!to || to.unitId === route.unitId) continue;
    const transfer = await propose(tx, route, to);
    if (isAgreed) await carry(tx, route, transfer);
    else await tellOfTransfer(tx, route, transfer.id, to);
  }
}

/**
 * The owner lets the route follow, or leaves it where it is. From that day the old side sees nothing of it any more and
 * the new side sees it whole. Throws NotFound, StaleWrite, RuleBroken `transfer-answered`, `transfer-no-centre`,
 * `transfer-outdated`. Source: BR-22, 002-34, M-14.
 */
export async function decideTransfer(
  ctx: Context,
  id: Id,
  input: { decision: 'done' | 'kept'; version: number },
): Promise<{ routeId: Id }> {
  return transact(ctx, async (tx) => {
    const found = await tx.db.selectFrom('routeTransfer').select('routeId').where('id', '=', id).executeTakeFirst();
    if (!found) throw new NotFound('transfer');
    const route = await lockedRoute(tx, found.routeId);
    const transfer = await tx.db.selectFrom('routeTransfer').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await assertCan(tx, 'routeTransfer.decide', id);
    if (transfer.state !== 'pending' || route.state !== 'active') throw new RuleBroken('transfer-answered');
    if (transfer.version !== input.version) throw new StaleWrite({ version: String(transfer.version) });
    if (input.decision === 'done') {
      refuseOutdated(transfer, await destinationOf(tx, route.personId));
      await carry(tx, route, transfer);
    } else {
      const kept = { state: 'kept', decidedOn: tx.today, version: transfer.version + 1 };
      await tx.db.updateTable('routeTransfer').set(kept).where('id', '=', id).execute();
      await journalRoute(tx, 'keepRoute', route, { after: { transferId: id } });
    }
    return { routeId: route.id };
  });
}

/** The word given about one destination is none about another: there the owner is asked anew by the job. */
function refuseOutdated(asked: { unitId: Id; centreId: Id }, now: Destination | null): void {
  if (!now) throw new RuleBroken('transfer-no-centre');
  if (now.unitId !== asked.unitId || now.centreId !== asked.centreId) throw new RuleBroken('transfer-outdated');
}

/** The owner's home unit with the centre of its region; null where there is none. */
async function destinationOf(tx: Context, personId: Id): Promise<Destination | null> {
  const row = await tx.db
    .selectFrom('person')
    .innerJoin('orgUnit as centre', 'centre.regionId', 'person.regionId')
    .select(['person.unitId', 'person.regionId', 'centre.id as centreId'])
    .where('person.id', '=', personId)
    .where('centre.kind', '=', 'professional_growth_center')
    .where((eb) => eb.or([eb('centre.endedOn', 'is', null), eb('centre.endedOn', '>=', tx.today)]))
    // The centre that already accompanies stays, where the region has several.
    .orderBy(
      sql`exists (select 1 from educational_route his where his.person_id = person.id
        and his.centre_id = centre.id and his.state = 'active')`,
      'desc',
    )
    .orderBy('centre.startedOn')
    .orderBy('centre.id')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

async function propose(tx: Context, route: LockedRoute, to: Destination) {
  // An older proposal that nobody has answered is out of date once the person has moved on.
  const stale = { state: 'kept', decidedOn: tx.today };
  await tx.db
    .updateTable('routeTransfer')
    .set(stale)
    .where('routeId', '=', route.id)
    .where('state', '=', 'pending')
    .execute();
  const from = { fromUnitId: route.unitId, fromRegionId: route.regionId, fromCentreId: route.centreId };
  const transfer = { id: newId(), routeId: route.id, personId: route.personId, ...to, ...from, version: 1 };
  await tx.db
    .insertInto('routeTransfer')
    .values({ ...transfer, proposedOn: tx.today })
    .execute();
  return transfer;
}

async function carry(
  tx: Context,
  route: LockedRoute,
  transfer: Destination & { id: Id; version: number },
): Promise<void> {
  const { unitId, regionId, centreId } = transfer;
  const place = { unitId, regionId };
  await tx.db
    .updateTable('educationalRoute')
    .set({ ...place, centreId, version: route.version + 1 })
    .where('id', '=', route.id)
    .execute();
  // What is done stays counted where it was done; what is still to do goes along.
  await tx.db
    .updateTable('routeStep')
    .set(place)
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .execute();
  await tx.db
    .updateTable('routeDeficit')
    .set(place)
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .execute();
  if (centreId !== route.centreId) await leaveTutor(tx, route.id);
  const done = { state: 'done', decidedOn: tx.today, version: transfer.version + 1 };
  await tx.db.updateTable('routeTransfer').set(done).where('id', '=', transfer.id).execute();
  const before = { unitId: route.unitId, centreId: route.centreId };
  await journalRoute(tx, 'transferRoute', { ...route, ...place }, { before, after: { unitId, centreId } });
  const heads = await headsOf(tx, [route.centreId, centreId]);
  const news = { kind: 'route-transferred', path: paths.routeTransfers() } as const;
  await notifyAll(
    tx,
    heads.map((personId) => ({ personId, ...news })),
  );
  await markMonitoringDirtyAll(tx, [route.unitId, unitId]);
}

/** The former centre's tutor ends the day before, so that nothing of today reaches him; his proposals are off. */
async function leaveTutor(tx: Context, routeId: Id): Promise<void> {
  await tx.db.deleteFrom('routeTutor').where('routeId', '=', routeId).where('startedOn', '>=', tx.today).execute();
  await tx.db
    .updateTable('routeTutor')
    .set({ endedOn: addDays(tx.today, -1) })
    .where('routeId', '=', routeId)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .execute();
  await tx.db
    .updateTable('routeProposal')
    .set((eb) => ({ state: 'withdrawn', decidedOn: tx.today, version: eb('version', '+', 1) }))
    .where('routeId', '=', routeId)
    .where('state', '=', 'proposed')
    .execute();
}

async function tellOfTransfer(tx: Context, route: LockedRoute, id: Id, to: Destination): Promise<void> {
  const heads = await headsOf(tx, [route.centreId, to.centreId]);
  await journalRoute(tx, 'proposeTransfer', route, { after: { transferId: id, unitId: to.unitId } });
  await notifyAll(tx, [
    { personId: route.personId, kind: 'route-transfer-asked', path: paths.routeTransferAnswer(id) },
    ...heads.map((personId) => ({ personId, kind: 'route-transfer-waits', path: paths.routeTransfers() }) as const),
  ]);
}

async function headsOf(tx: Context, centreIds: readonly Id[]): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('unitId', 'in', [...centreIds])
    .where('role', '=', 'centreHead')
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .execute();
  return rows.map(({ personId }) => personId);
}
