import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { findComponentState, findContourUnit, listLocations } from './contour.queries.server.ts';
import { type ContourRule, ruleAgainstEndingAtAll } from './contour.ts';

/** A component whose place the actor decides, with the version of its forms. Throws NotFound. */
export async function findComponentToPlace(ctx: Context, { unitId, code }: { unitId: Id; code: string }) {
  const unit = await findContourUnit(ctx, unitId);
  if (!unit.mayPlace) throw new NotFound('contour');
  const component = await findComponentState(ctx, unitId, code, ctx.today);
  const { version, periods } = await listLocations(ctx, unitId, code);
  const [latest] = periods;
  const isClosed = unit.endedOn !== null && unit.endedOn < ctx.today;
  const refusal: ContourRule | null = isClosed ? 'contour-unit-closed' : null;
  return {
    unitId,
    component: { code, name: component.name },
    version,
    refusal,
    outsideRefusal: refusal ?? (component.mayBeOutside ? null : ('component-stays-inside' as const)),
    endRefusal: refusal ?? ruleAgainstEndingAtAll(latest, ctx.today),
  };
}
