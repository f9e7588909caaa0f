import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { type ActTemplate, parseBody } from './act-template.ts';
import { actTemplate } from './act-templates.server.ts';
import type { ActKind } from './act-type.ts';

/** A template as an organisation uses it today. */
export interface TemplateInForce {
  template: ActTemplate;
  /** The own variant; null for the standard. */
  variantId: Id | null;
}

/** The organisation's own variant of a type's template when it keeps one, else the standard. */
export async function templateInForce(tx: Context, unitId: Id, kind: ActKind): Promise<TemplateInForce> {
  const standard = actTemplate(kind);
  const own = await tx.db
    .selectFrom('actTemplateVariant')
    .select(['id', 'heading', 'body'])
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .where('endedOn', 'is', null)
    .executeTakeFirst();
  if (!own) return { template: standard, variantId: null };
  return { template: { ...standard, heading: own.heading, parts: parseBody(own.body) }, variantId: own.id };
}
