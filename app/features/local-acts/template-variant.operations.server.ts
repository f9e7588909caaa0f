import { assertCanAt } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import type { DrawnKind } from './act-fields.ts';
import { actTemplate, standardBody } from './act-templates.server.ts';
import { type VariantText, variantProblem } from './template-variant.ts';

/**
 * Keeps an organisation's own text of a template as its next version; documents drawn up from now on use it. `version` is
 * the one the form showed, 0 for the standard. Throws NotFound, StaleWrite; RuleBroken `variant-as-standard`, or the rule
 * of `variantProblem`.
 */
export async function keepVariant(
  ctx: Context,
  unitId: Id,
  input: VariantText & { kind: DrawnKind; version: number },
): Promise<{ version: number }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'template.manage', unitId);
    const { kind, heading, body } = input;
    const held = await lockedVariant(tx, unitId, kind);
    if ((held.inForce?.version ?? 0) !== input.version) {
      throw new StaleWrite({
        version: String(held.inForce?.version ?? 0),
        body: held.inForce?.body ?? standardBody(kind),
      });
    }
    const problem = variantProblem(kind, { heading, body });
    if (problem) throw new RuleBroken(problem.rule, 'body');
    const standard = actTemplate(kind);
    if (heading === standard.heading && body.trim() === standardBody(kind))
      throw new RuleBroken('variant-as-standard', 'body');
    if (held.inForce) await end(tx, held.inForce.id);
    const [id, version] = [newId(), held.last + 1];
    const place = { unitId, regionId: held.regionId };
    const text = { heading, body, standardVersion: standard.version };
    const origin = { writtenBy: personOf(tx), startedOn: tx.today, endedOn: null, createdAt: tx.now };
    await tx.db
      .insertInto('actTemplateVariant')
      .values({ id, ...place, kind, version, ...text, ...origin })
      .execute();
    const line = { objectKind: 'act_template_variant', objectId: id, ...place };
    await journal(tx, { act: 'keepTemplateVariant', ...line, after: { kind, version } });
    return { version };
  });
}

/** Returns a type to its standard template. Throws NotFound; RuleBroken `variant-missing`. */
export async function endVariant(ctx: Context, unitId: Id, kind: DrawnKind): Promise<void> {
  await transact(ctx, async (tx) => {
    await assertCanAt(tx, 'template.manage', unitId);
    const { inForce, regionId } = await lockedVariant(tx, unitId, kind);
    if (!inForce) throw new RuleBroken('variant-missing');
    await end(tx, inForce.id);
    const line = { objectKind: 'act_template_variant', objectId: inForce.id, unitId, regionId };
    await journal(tx, { act: 'endTemplateVariant', ...line, before: { kind, version: inForce.version } });
  });
}

/** The text in force and the last version given; the unit's row keeps two people from writing at once. */
async function lockedVariant(tx: Context, unitId: Id, kind: DrawnKind) {
  const unit = await tx.db
    .selectFrom('orgUnit')
    .select('regionId')
    .where('id', '=', unitId)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow();
  const last = await tx.db
    .selectFrom('actTemplateVariant')
    .select(['id', 'version', 'body', 'endedOn'])
    .where('unitId', '=', unitId)
    .where('kind', '=', kind)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return { regionId: unit.regionId, last: last?.version ?? 0, inForce: last?.endedOn === null ? last : null };
}

async function end(tx: Context, id: Id): Promise<void> {
  await tx.db.updateTable('actTemplateVariant').set({ endedOn: tx.today }).where('id', '=', id).execute();
}
