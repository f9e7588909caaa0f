import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { reviewerQuery } from './act-life.queries.server.ts';
import type { LockedAct } from './locked-act.server.ts';

/**
 * Asks the named people about exactly this text and tells them; an answer given about the same text before still counts,
 * whoever has not answered and is not named again is asked no more.
 * Gives the last day of answering, null when nobody is asked. Throws RuleBroken `reviewer-unknown`, `review-due-in-past`.
 */
export async function askReviewers(
  tx: Context,
  act: LockedAct,
  { reviewerIds = [], reviewDueOn = null }: { reviewerIds?: readonly Id[]; reviewDueOn?: Day | null },
): Promise<Day | null> {
  const people = [...new Set(reviewerIds)];
  await releaseOthers(tx, act.id, people);
  if (people.length === 0) return null;
  if (reviewDueOn === null || reviewDueOn < tx.today) throw new RuleBroken('review-due-in-past', 'reviewDueOn');
  const known = await reviewerQuery(tx, act).where('person.id', 'in', people).execute();
  if (known.length !== people.length) throw new RuleBroken('reviewer-unknown', 'reviewerIds');
  const { id: actId, unitId, regionId, documentHash } = act;
  const row = { actId, unitId, regionId, documentHash, askedBy: personOf(tx), createdAt: tx.now };
  const asked = await tx.db
    .insertInto('actReview')
    .values(people.map((personId) => ({ id: newId(), personId, ...row })))
    .onConflict((conflict) => conflict.columns(['actId', 'documentHash', 'personId']).doNothing())
    .returning('personId')
    .execute();
  const notice = { kind: 'act-to-review', path: paths.actReview(actId), details: { heading: act.heading } } as const;
  await notifyAll(
    tx,
    asked.map(({ personId }) => ({ personId, ...notice })),
  );
  return reviewDueOn;
}

async function releaseOthers(tx: Context, actId: Id, people: readonly Id[]): Promise<void> {
  const waiting = tx.db.deleteFrom('actReview').where('actId', '=', actId).where('answer', 'is', null);
  await (people.length === 0 ? waiting : waiting.where('personId', 'not in', people)).execute();
}
