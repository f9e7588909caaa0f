import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import type { LockedAct } from './locked-act.server.ts';

/** Kinds of which one at a time binds an organisation: a new one replaces the old even when it was written afresh. */
const SINGLE_KINDS: readonly string[] = ['regulation', 'road_map'];

/** Ends the act that the one being approved replaces, on the day before the new one's first. Throws RuleBroken `superseded-already`. */
export async function endSuperseded(tx: Context, act: LockedAct, inForceOn: Day): Promise<void> {
  if (act.supersedesId === null) return;
  const old = await tx.db
    .selectFrom('localAct')
    .select(['id', 'inForceOn', 'endedOn', 'version'])
    .where('id', '=', act.supersedesId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (old.endedOn !== null) throw new RuleBroken('superseded-already');
  const lastDay = addDays(inForceOn, -1);
  if (old.inForceOn !== null && lastDay < addDays(old.inForceOn, -1))
    throw new RuleBroken('force-before-number', 'inForceOn');
  await tx.db
    .updateTable('localAct')
    .set({
      endedOn: lastDay,
      endGround: 'superseded',
      endedBy: personOf(tx),
      endedAt: tx.now,
      version: old.version + 1,
    })
    .where('id', '=', old.id)
    .execute();
}

/** The act a draft of this kind would replace when it names none itself: the approved one without an end; null when there is none. */
export async function predecessorOf(tx: Context, act: { unitId: Id; kind: string }): Promise<Id | null> {
  if (!SINGLE_KINDS.includes(act.kind)) return null;
  const row = await tx.db
    .selectFrom('localAct')
    .select('id')
    .where('unitId', '=', act.unitId)
    .where('kind', '=', act.kind)
    .where('state', '=', 'approved')
    .where('endedOn', 'is', null)
    .orderBy('inForceOn', 'desc')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id ?? null;
}
