import { assertCan } from '#app/access/can.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { suggestMentors } from '../mentor-choice/suggestions.server.ts';
import { lockedRequest, refuseChange, requestLine } from '../mentoring-requests/locked-request.server.ts';
import { closeOutwardOffers } from '../mentoring-requests/request-match.server.ts';
import { ruleAgainstGoing, ruleAgainstReturning } from './outward-offer.ts';

/**
 * The mentee lets the request go outside: from today the municipal coordinator sees it. Only the mentee. Throws NotFound,
 * StaleWrite; RuleBroken `outward-too-early`, `already-outward`, `request-not-open`. Source: 002-2, BR-10.
 */
export async function letOutside(ctx: Context, id: Id, { version }: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, id);
    await assertCan(tx, 'request.outward', id);
    const { suitable } = await suggestMentors(tx, request);
    const refusal = ruleAgainstGoing(request, suitable, tx.today);
    if (refusal) throw new RuleBroken(refusal);
    refuseChange(request, version);
    await tx.db
      .updateTable('mentoringRequest')
      .set({ outwardOn: tx.today, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await journal(tx, { act: 'letOutside', ...requestLine(request), after: { from: tx.today } });
  });
}

/** The mentee takes the permission back: the coordinator sees the request no more, and a live offer is closed. Throws NotFound, StaleWrite; RuleBroken `not-outward`, `request-not-open`. */
export async function keepInside(ctx: Context, id: Id, { version }: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, id);
    await assertCan(tx, 'request.outward', id);
    const refusal = ruleAgainstReturning(request);
    if (refusal) throw new RuleBroken(refusal);
    refuseChange(request, version);
    await tx.db
      .updateTable('mentoringRequest')
      .set({ outwardOn: null, version: version + 1 })
      .where('id', '=', id)
      .execute();
    await closeOutwardOffers(tx, [id]);
    await journal(tx, { act: 'keepInside', ...requestLine(request), after: { isWithdrawn: true } });
  });
}
