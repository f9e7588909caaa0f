import type { Context } from '#app/core/context.server.ts';
import { type AddUnit, addUnit } from '#app/features/org-units/unit.operations.server.ts';
import type { UnitKind } from '#app/features/org-units/unit.ts';
import type { Id } from '#db/schema.ts';

/** Adds a unit under a parent that must be named; since 2010 and under its full name unless said otherwise. */
export async function makeUnit(
  ctx: Context,
  unit: { kind: UnitKind; parentId: Id | null; name: string } & Partial<AddUnit>,
): Promise<{ id: Id; regionId: Id | null }> {
  return addUnit(ctx, { shortName: unit.name.slice(0, 120), startedOn: '2010-09-01', ...unit });
}
