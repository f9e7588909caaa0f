import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Id } from '#db/schema.ts';
import { refuseLacking } from '../mentorships/mentorship-lacks.server.ts';
import type { OrderValues } from './assignment-order.ts';

/**
 * Refuses unless every mentorship is of this organisation, has its consents, lacks nothing else and stands in no other living order.
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
  await refuseLacking(tx, mentorshipIds, 'mentorshipIds');
  const elsewhere = await tx.db
    .selectFrom('localActMentorship')
    .innerJoin('localAct', 'localAct.id', 'localActMentorship.actId')
    .select('localAct.id')
    .where('localActMentorship.mentorshipId', 'in', mentorshipIds)
    .where('localAct.state', '<>', 'cancelled')
    .executeTakeFirst();
  if (elsewhere) throw new RuleBroken('in-another-order', 'mentorshipIds');
}

/**
 * Refuses an order whose text says other work than the terms say now: they were changed after it was drawn up. The
 * mentorships are locked, and whoever changes terms locks them first. Throws RuleBroken `text-outdated`.
 */
export async function refuseOutdatedText(
  tx: Context,
  { mentorshipIds, values }: { mentorshipIds: readonly Id[]; values: Pick<OrderValues, 'assignments'> },
): Promise<void> {
  if (mentorshipIds.length === 0) return;
  await tx.db
    .selectFrom('mentorship')
    .select('id')
    .where('id', 'in', [...mentorshipIds])
    .orderBy('id')
    .forUpdate()
    .execute();
  const terms = await tx.db
    .selectFrom('mentorshipTerms')
    .select(['mentorshipId', 'content', 'jobDescription'])
    .where('mentorshipId', 'in', [...mentorshipIds])
    .execute();
  const isSaid = terms.every(({ mentorshipId, content, jobDescription }) => {
    const said = values.assignments.filter((one) => one.mentorshipId === mentorshipId);
    return said.some((one) => one.content === content && one.jobDescription === jobDescription);
  });
  if (!isSaid) throw new RuleBroken('text-outdated');
}
