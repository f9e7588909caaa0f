import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { actTypeOf } from './act-type.ts';
import { isDrawn } from './act-values.ts';
import type { LockedAct } from './locked-act.server.ts';

/**
 * Names those who are to read an act that has just been approved: the people an order is about; everybody who works in the
 * organisation for a regulation (Labour Code 22). Others are added by hand. Tells each of them.
 */
export async function nameAcquainted(tx: Context, act: LockedAct): Promise<void> {
  if (!actTypeOf(act.kind).needsAcquaintance) return;
  if (act.kind === 'regulation') await addAcquainted(tx, act, await everybodyOf(tx, act.unitId));
  else await addAcquainted(tx, act, isDrawn(act.values) ? act.values.named : await membersOf(tx, act.mentorshipIds));
}

/** Adds people who are not on the list yet and tells them. Gives how many were added. */
export async function addAcquainted(
  tx: Context,
  act: { id: Id; unitId: Id; regionId: Id | null; heading: string },
  people: readonly Id[],
): Promise<number> {
  if (people.length === 0) return 0;
  const { id: actId, unitId, regionId } = act;
  const added = await tx.db
    .insertInto('actAcquaintance')
    .values(people.map((personId) => ({ id: newId(), actId, unitId, regionId, personId, createdAt: tx.now })))
    .onConflict((conflict) => conflict.columns(['actId', 'personId']).doNothing())
    .returning('personId')
    .execute();
  const details = { heading: act.heading };
  await notifyAll(
    tx,
    added.map(({ personId }) => ({ personId, kind: 'act-to-read', path: paths.actAcquaint(actId), details })),
  );
  return added.length;
}

async function everybodyOf(tx: Context, unitId: Id): Promise<Id[]> {
  const rows = await tx.db
    .selectFrom('employment')
    .select('personId')
    .distinct()
    .where('unitId', '=', unitId)
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}

async function membersOf(tx: Context, mentorshipIds: readonly Id[]): Promise<Id[]> {
  if (mentorshipIds.length === 0) return [];
  const rows = await tx.db
    .selectFrom('mentorshipMember')
    .select('personId')
    .distinct()
    .where('mentorshipId', 'in', [...mentorshipIds])
    .where('endedOn', '>=', tx.today)
    .orderBy('personId')
    .execute();
  return rows.map(({ personId }) => personId);
}
