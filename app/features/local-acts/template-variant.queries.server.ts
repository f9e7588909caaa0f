import { unitsWhere } from '#app/access/can.server.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { DrawnKind } from './act-fields.ts';

/** Organisations whose templates the actor keeps, by name. */
export async function listTemplateUnits(ctx: Context): Promise<{ id: Id; name: string }[]> {
  const ids = await unitsWhere(ctx, 'template.manage');
  if (ids.length === 0) return [];
  return ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName as name'])
    .where('id', 'in', ids)
    .orderBy('shortName')
    .orderBy('id')
    .limit(100)
    .execute();
}

/** Own texts in force at an organisation. */
export async function listVariants(ctx: Context, unitId: Id) {
  return ctx.db
    .selectFrom('actTemplateVariant')
    .select(['kind', 'version', 'standardVersion'])
    .where('unitId', '=', unitId)
    .where('endedOn', 'is', null)
    .where(within(ctx, 'template.manage'))
    .orderBy('kind')
    .limit(50)
    .execute();
}

/** The own text of a type in force; null when the standard is. */
export async function findOptionalVariant(ctx: Context, unitId: Id, kind: DrawnKind) {
  const row = await ctx.db
    .selectFrom('actTemplateVariant')
    .select(['version', 'heading', 'body', 'standardVersion'])
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .where('endedOn', 'is', null)
    .where(within(ctx, 'template.manage'))
    .executeTakeFirst();
  return row ?? null;
}
