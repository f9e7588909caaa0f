import { assertCan } from '#app/access/can.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { assertActive, assertFresh, journalRoute, lockedStep } from '../educational-routes/locked-route.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { insertRemark } from './remark.operations.server.ts';

/**
 * The tutor reads a product: accepts it, or asks the owner to add to it. The step stays closed either way; what was
 * asked for comes back as a supplement and waits again. Throws NotFound, StaleWrite, RuleBroken `step-not-closed-yet`,
 * `product-already-read`, `remark-needs-text`, `route-not-active`. Source: 002-39, M-15.
 */
export async function reviewProduct(
  ctx: Context,
  stepId: Id,
  input: { decision: 'accepted' | 'more'; note: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const { route, step } = await lockedStep(tx, stepId);
    await assertCan(tx, 'route.accompany', route.id);
    assertActive(route);
    const { reviewState } = await tx.db
      .selectFrom('routeStep')
      .select('reviewState')
      .where('id', '=', stepId)
      .executeTakeFirstOrThrow();
    if (step.closedOn === null) throw new RuleBroken('step-not-closed-yet');
    assertFresh(step, input.version, { note: step.tutorNote });
    if (reviewState !== 'waits') throw new RuleBroken('product-already-read');
    const { decision, note } = input;
    if (decision === 'more' && note === '') throw new RuleBroken('remark-needs-text', 'note');
    const read = { reviewState: decision, version: step.version + 1, ...(note === '' ? {} : { tutorNote: note }) };
    await tx.db.updateTable('routeStep').set(read).where('id', '=', stepId).execute();
    await insertRemark(tx, { stepId, authorId: personOf(tx), kind: decision, isAboutPlan: false, text: note });
    await journalRoute(tx, 'reviewProduct', route, { stepId, after: { reviewState: decision } });
    const kind = decision === 'accepted' ? 'route-product-accepted' : 'route-product-more';
    await notify(tx, { personId: route.personId, kind, path: paths.stepTalk(stepId), details: { title: step.title } });
  });
}
