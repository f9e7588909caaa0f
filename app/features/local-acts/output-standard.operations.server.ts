import { assertCanAt, unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import type { Standard } from '#reports/issue.ts';
import { journal } from '../journal/journal.operations.server.ts';

/**
 * Chooses the standard of requisites for an organisation's documents from now on; approved words never change by it.
 * Throws NotFound where the actor may not, StaleWrite. Source: DOMAIN 7, GOST R 7.0.97-2025 and 2016.
 */
export async function setOutputStandard(
  ctx: Context,
  input: { unitId: Id; standard: Standard; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { unitId, standard, version } = input;
    await assertCanAt(tx, 'outputStandard.set', unitId);
    const unit = await tx.db
      .selectFrom('orgUnit')
      .select('regionId')
      .where('id', '=', unitId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!unit) throw new NotFound('unit');
    const before = await tx.db
      .selectFrom('outputStandard')
      .select(['id', 'standard', 'version'])
      .where('unitId', '=', unitId)
      .executeTakeFirst();
    if ((before?.version ?? 0) !== version) throw new StaleWrite({ version: String(before?.version ?? 0) });
    const chosen = { standard, setBy: personOf(tx), setAt: tx.now };
    const place = { unitId, regionId: unit.regionId };
    const id = before?.id ?? newId();
    if (before) {
      const changed = { ...chosen, version: version + 1 };
      await tx.db.updateTable('outputStandard').set(changed).where('id', '=', id).execute();
    } else
      await tx.db
        .insertInto('outputStandard')
        .values({ id, ...place, ...chosen })
        .execute();
    const line = { objectKind: 'output_standard', objectId: id, ...place };
    await journal(tx, {
      act: 'setOutputStandard',
      ...line,
      before: { standard: before?.standard ?? '2025' },
      after: { standard },
    });
  });
}

/** Organisations where the actor chooses the standard, with the one chosen. */
export async function listOutputStandards(ctx: Context) {
  const ids = await unitsWhere(ctx, 'outputStandard.set');
  if (ids.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('orgUnit')
    .leftJoin('outputStandard', 'outputStandard.unitId', 'orgUnit.id')
    .select(['orgUnit.id', 'orgUnit.shortName as name', 'outputStandard.standard', 'outputStandard.version'])
    .where('orgUnit.id', 'in', ids)
    .orderBy('orgUnit.name')
    .orderBy('orgUnit.id')
    .limit(100)
    .execute();
  return rows.map(({ standard, version, ...unit }) => ({
    ...unit,
    standard: standard === '2016' ? ('2016' as const) : ('2025' as const),
    version: version ?? 0,
  }));
}
