import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Id } from '#db/schema.ts';

/**
 * Refuses unless every mentorship is of this organisation, has both consents and stands in no other living order.
 * The rows are locked in id order, so two curators cannot put one mentorship into two orders.
 */
export async function assertReadyForOrder(tx: Context, unitId: Id, mentorshipIds: readonly Id[]): Promise<void> {
  const rows = await tx.db
    .selectFrom('mentorship')
    .select(['id', 'state'])
    .where('id', 'in', mentorshipIds)
    .where('unitId', '=', unitId)
    .orderBy('id')
    .forUpdate()
    .execute();
  const isReady = rows.length === new Set(mentorshipIds).size && rows.every(({ state }) => state === 'consented');
  if (!isReady) throw new RuleBroken('not-consented', 'mentorshipIds');
  const elsewhere = await tx.db
    .selectFrom('localActMentorship')
    .innerJoin('localAct', 'localAct.id', 'localActMentorship.actId')
    .select('localAct.id')
    .where('localActMentorship.mentorshipId', 'in', mentorshipIds)
    .where('localAct.state', '<>', 'cancelled')
    .executeTakeFirst();
  if (elsewhere) throw new RuleBroken('in-another-order', 'mentorshipIds');
}
