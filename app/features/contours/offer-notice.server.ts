import type { Context } from '#app/core/context.server.ts';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Id } from '#db/schema.ts';

/** Heads of the organisations in an area (or of the one organisation), with the unit each of them answers for. */
export async function headsBelow(tx: Context, targetUnitId: Id): Promise<{ personId: Id; unitId: Id }[]> {
  return tx.db
    .selectFrom('roleGrant')
    .innerJoin('orgUnitAncestor as up', 'up.unitId', 'roleGrant.unitId')
    .innerJoin('orgUnit', 'orgUnit.id', 'roleGrant.unitId')
    .select(['roleGrant.personId', 'roleGrant.unitId'])
    .distinct()
    .where('up.ancestorId', '=', targetUnitId)
    .where('orgUnit.kind', 'in', [...ORGANISATION_KINDS])
    .where('roleGrant.role', '=', 'head')
    .where('roleGrant.startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('roleGrant.endedOn', 'is', null), eb('roleGrant.endedOn', '>=', tx.today)]))
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', tx.today)]))
    .orderBy('roleGrant.personId')
    .orderBy('roleGrant.unitId')
    .execute();
}
