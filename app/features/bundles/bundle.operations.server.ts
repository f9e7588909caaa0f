import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import {
  type BundleFormat,
  type BundleRule,
  type BundleScope,
  bundleState,
  MOST_PAPERS,
  MOST_WAITING,
  ruleAgainstCancelling,
} from './bundle.ts';
import { listPaperKeys } from './bundle-papers.queries.server.ts';

/**
 * Asks for a bundle; the job `bundle` makes it. Throws NotFound where the actor may not read; RuleBroken
 * `nothing-to-bundle`, `too-many-papers`, `too-many-bundles`.
 */
export async function askBundle(
  ctx: Context,
  input: BundleScope & { unitId: Id | null; format: BundleFormat },
  onceKey: string | null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) => once(tx, onceKey, input, () => ask(tx, input)));
}

async function ask(
  tx: Context,
  { unitId, format, ...scope }: BundleScope & { unitId: Id | null; format: BundleFormat },
): Promise<{ id: Id }> {
  const place = await placeOf(tx, scope, unitId);
  await refuseMany(tx);
  const keys = await listPaperKeys(tx, place.unitId, scope);
  if (keys.length === 0) throw new RuleBroken('nothing-to-bundle' satisfies BundleRule);
  if (keys.length > MOST_PAPERS) throw new RuleBroken('too-many-papers' satisfies BundleRule);
  const id = newId();
  const asked = { state: 'waiting', paperCount: keys.length, requestedBy: personOf(tx), createdAt: tx.now };
  await tx.db
    .insertInto('paperBundle')
    .values({ id, ...place, ...scope, format, ...asked })
    .execute();
  await journal(tx, { act: 'askBundle', ...objectOf({ id, ...place }), after: { papers: keys.length } });
  return { id };
}

async function placeOf(tx: Context, scope: BundleScope, unitId: Id | null) {
  if (scope.mentorshipId !== null) {
    await assertCan(tx, 'mentorship.read', scope.mentorshipId);
    const rows = tx.db.selectFrom('mentorship').select(['unitId', 'regionId']).where('id', '=', scope.mentorshipId);
    return rows.executeTakeFirstOrThrow();
  }
  if (unitId === null) throw new RuleBroken('bundle-of-nothing' satisfies BundleRule, 'unitId');
  await assertCanAt(tx, 'bundle.ofYear', unitId);
  const unit = await tx.db.selectFrom('orgUnit').select('regionId').where('id', '=', unitId).executeTakeFirst();
  if (!unit) throw new NotFound('unit');
  return { unitId, regionId: unit.regionId };
}

/** The lock on the person makes two asked at once count each other. */
async function refuseMany(tx: Context): Promise<void> {
  const personId = personOf(tx);
  await tx.db.selectFrom('person').select('id').where('id', '=', personId).forNoKeyUpdate().execute();
  const row = await tx.db
    .selectFrom('paperBundle')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('requestedBy', '=', personId)
    .where('state', 'in', ['waiting', 'working'])
    .executeTakeFirstOrThrow();
  if (row.count >= MOST_WAITING) throw new RuleBroken('too-many-bundles' satisfies BundleRule);
}

/** Stops the making of a bundle. Throws NotFound, StaleWrite, RuleBroken `bundle-settled`. */
export async function cancelBundle(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const row = await tx.db
      .selectFrom('paperBundle')
      .select(['id', 'unitId', 'regionId', 'state', 'version'])
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw new NotFound('bundle');
    await assertCan(tx, 'bundle.read', id);
    const refusal = ruleAgainstCancelling(bundleState(row.state));
    if (refusal) throw new RuleBroken(refusal);
    if (row.version !== input.version) throw new StaleWrite({ version: String(row.version) });
    const changed = { state: 'cancelled', busyUntil: null, version: row.version + 1 };
    await tx.db.updateTable('paperBundle').set(changed).where('id', '=', id).execute();
    await journal(tx, {
      act: 'cancelBundle',
      ...objectOf(row),
      before: { state: row.state },
      after: { state: 'cancelled' },
    });
  });
}

/** The object of a journal line about a bundle. */
export function objectOf({ id, unitId, regionId }: { id: Id; unitId: Id; regionId: Id | null }) {
  return { objectKind: 'paper_bundle', objectId: id, unitId, regionId };
}
