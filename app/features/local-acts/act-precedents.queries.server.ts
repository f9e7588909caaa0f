import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import type { ActKind } from './act-type.ts';

/** The latest approved act of a type whose force has not ended; null when there is none. */
export async function latestAct(
  tx: Context,
  unitId: Id,
  kind: ActKind,
): Promise<{ number: string; registeredOn: Day } | null> {
  const row = await tx.db
    .selectFrom('localAct')
    .select(['number', 'registeredOn'])
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .where('number', 'is not', null)
    .where('state', '=', 'approved')
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .orderBy('registeredOn', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  return row?.number && row.registeredOn ? { number: row.number, registeredOn: row.registeredOn } : null;
}

/** By which act the regulation is in force today: the one recorded, else the one approved here; null when neither is known (BR-62). */
export async function regulationInForce(
  tx: Context,
  unitId: Id,
): Promise<{ orderNumber: string; approvedOn: Day } | null> {
  const row = await tx.db
    .selectFrom('regulationReference')
    .select(['orderNumber', 'approvedOn'])
    .where('unitId', '=', unitId)
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .executeTakeFirst();
  if (row) return row;
  const act = await latestAct(tx, unitId, 'regulation');
  return act && { orderNumber: act.number, approvedOn: act.registeredOn };
}

/** Fields whose value stays the same from one document of an organisation to the next: asked for once (BR-60). */
const REMEMBERED = ['site', 'payAct', 'moneySource', 'place', 'ownRequisites', 'menteesLimit'] as const;

/** What the organisation's earlier documents said in these fields, the newest answer of each. */
export async function rememberedValues(tx: Context, unitId: Id): Promise<Record<string, string>> {
  const rows = await tx.db
    .selectFrom('localAct')
    .select('values')
    .where('unitId', '=', unitId)
    .where('kind', '<>', 'assignment_order')
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(30)
    .execute();
  const found: Record<string, string> = {};
  for (const { values } of rows) {
    // Written by `draftAct` and `editAct` only, from `DrawnValues`.
    const given = (values as { given?: Record<string, unknown> }).given ?? {};
    for (const name of REMEMBERED) {
      const value = given[name];
      if (found[name] === undefined && typeof value === 'string' && value !== '') found[name] = value;
    }
  }
  return found;
}
