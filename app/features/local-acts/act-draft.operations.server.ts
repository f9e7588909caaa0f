import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { documentHash } from '#reports/document-hash.ts';
import { type DrawnKind, drawnKind, fieldsOf } from './act-fields.ts';
import { type Given, isMissing } from './act-form.ts';
import { knownValues } from './act-known.server.ts';
import { drawnDocument, isDrawn } from './act-values.ts';
import { drawnValues } from './act-words.server.ts';
import { journalAct } from './local-act.operations.server.ts';
import { isEditable } from './local-act.ts';
import { lockedAct } from './locked-act.server.ts';
import { templateInForce } from './template-in-force.server.ts';

/** What is to be drawn up; what is left out of the values comes from the records (BR-60). */
export interface ActDraft {
  kind: Exclude<DrawnKind, 'assignment_order'>;
  unitId: Id;
  values: Given;
}

/**
 * Draws up an act of any type from its template. Throws RuleBroken `value-missing`, `no-head`, `person-elsewhere`,
 * `mentorship-elsewhere`, `period-reversed`, `mentor-not-new`, `text-too-long`. Sources: DOMAIN 9; BR-60; M-21.
 */
export async function draftAct(ctx: Context, input: ActDraft, onceKey: string | null = null): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'act.edit', input.unitId);
    return once(tx, onceKey, input, async () => {
      const { kind, unitId } = input;
      const given = { ...(await knownValues(tx, kind, unitId)), ...input.values };
      const text = await composed(tx, { kind, unitId, given });
      const unit = await tx.db
        .selectFrom('orgUnit')
        .select('regionId')
        .where('id', '=', unitId)
        .executeTakeFirstOrThrow();
      const act = { id: newId(), unitId, regionId: unit.regionId };
      const origin = { kind, state: 'draft', authorId: personOf(tx), createdAt: tx.now };
      await tx.db
        .insertInto('localAct')
        .values({ ...act, ...origin, ...text })
        .execute();
      await journalAct(tx, 'draftAct', act, { kind, state: 'draft', documentHash: text.documentHash });
      return { id: act.id };
    });
  });
}

/** Composes a draft anew from changed values, by the template in force now. Throws as `draftAct`, `not-editable`, StaleWrite. */
export async function editAct(ctx: Context, id: Id, input: { values: Given; version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const act = await lockedAct(tx, id);
    await assertCan(tx, 'act.edit', id);
    if (!isEditable(act.state)) throw new RuleBroken('not-editable');
    if (act.version !== input.version) throw new StaleWrite({ version: String(act.version) });
    const kind = drawnKind(act.kind);
    if (kind === null || !isDrawn(act.values)) throw new RuleBroken('not-editable');
    const given = { ...act.values.given, ...input.values };
    const text = await composed(tx, { kind, unitId: act.unitId, given });
    const changed = { ...text, state: 'draft', authorId: personOf(tx), returnReason: null, version: act.version + 1 };
    await tx.db.updateTable('localAct').set(changed).where('id', '=', id).execute();
    await journalAct(tx, 'editAct', act, { documentHash: text.documentHash }, { documentHash: act.documentHash });
  });
}

/** The largest document a person may draw up, in characters of its words: about 120 pages. */
const MOST_TEXT = 200_000;

async function composed(tx: Context, { kind, unitId, given }: { kind: DrawnKind; unitId: Id; given: Given }) {
  const gap = fieldsOf(kind).find(({ name, isOptional }) => !isOptional && isMissing(given[name]));
  if (gap) throw new RuleBroken('value-missing', gap.name);
  const { template, variantId } = await templateInForce(tx, unitId, kind);
  const values = await drawnValues(tx, { kind, unitId, given, template, authorId: personOf(tx) });
  const document = drawnDocument(template, values);
  const kept = JSON.stringify(document);
  if (kept.length > MOST_TEXT) throw new RuleBroken('text-too-long');
  const heading = document.title.slice(0, 300);
  return {
    heading,
    templateCode: template.code,
    templateVersion: template.version,
    variantId,
    retentionClass: template.retention,
    values: JSON.stringify(values),
    document: kept,
    documentHash: documentHash(document),
  };
}
