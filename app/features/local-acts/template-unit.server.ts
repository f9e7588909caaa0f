import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { type DrawnKind, drawnKind } from './act-fields.ts';
import { listTemplateUnits } from './template-variant.queries.server.ts';

/** Which template of which organisation a page is about: the unit asked for among the actor's, else the first. Throws NotFound. */
export async function templateAt(
  ctx: Context,
  word: string,
  wanted: Id | null,
): Promise<{ kind: DrawnKind; unitId: Id }> {
  const kind = drawnKind(word);
  const units = await listTemplateUnits(ctx);
  const unitId = wanted === null ? units[0]?.id : units.find(({ id }) => id === wanted)?.id;
  if (kind === null || unitId === undefined) throw new NotFound('template');
  return { kind, unitId };
}
