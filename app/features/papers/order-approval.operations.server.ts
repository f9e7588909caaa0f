import type { Context } from '#app/core/context.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { type ApprovalInput, approveAct } from '../local-acts/local-act-approval.operations.server.ts';
import { approveProgramme } from '../programmes/programme.operations.server.ts';

/** What the head read and approves. */
export interface OrderApproval extends ApprovalInput {
  /** Programmes read together with the order, each at the version that was shown. */
  programmes: readonly { mentorshipId: Id; version: number }[];
}

/**
 * Approves the programmes that were read and then the order, all or nothing: the head's one sitting. Throws what
 * `approveProgramme` and `approveAct` throw. Source: M-04, M-09.
 */
export async function approveOrder(ctx: Context, actId: Id, input: OrderApproval): Promise<{ number: string }> {
  return transact(ctx, async (tx) => {
    const { programmes, ...order } = input;
    for (const { mentorshipId, version } of programmes) await approveProgramme(tx, mentorshipId, { version });
    return approveAct(tx, actId, order);
  });
}
