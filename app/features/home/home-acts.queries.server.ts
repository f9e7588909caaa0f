import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { READ_OF_A_KIND, type Task } from './home.ts';

/** Texts the actor is asked about and acts the actor is to read. */
export async function tasksOfReading(ctx: Context): Promise<Task[]> {
  const [asked, toRead] = await Promise.all([
    ctx.db
      .selectFrom('actReview')
      .innerJoin('localAct', (join) =>
        join
          .onRef('localAct.id', '=', 'actReview.actId')
          .onRef('localAct.documentHash', '=', 'actReview.documentHash')
          .on('localAct.state', '=', 'review'),
      )
      .select(['localAct.id', 'localAct.heading', 'localAct.reviewDueOn as until', 'actReview.createdAt as since'])
      .where(within(ctx, 'review.answer'))
      .where('actReview.answer', 'is', null)
      .orderBy('actReview.createdAt')
      .orderBy('actReview.id')
      .limit(READ_OF_A_KIND)
      .execute(),
    ctx.db
      .selectFrom('actAcquaintance')
      .innerJoin('localAct', 'localAct.id', 'actAcquaintance.actId')
      .select(['localAct.id', 'localAct.heading', 'actAcquaintance.createdAt as since'])
      .where(within(ctx, 'acquaintance.confirm'))
      .where('actAcquaintance.acquaintedOn', 'is', null)
      .orderBy('actAcquaintance.createdAt')
      .orderBy('actAcquaintance.id')
      .limit(READ_OF_A_KIND)
      .execute(),
  ]);
  return [
    ...asked.map(
      ({ id, heading, until, since }): Task => ({
        ...{ kind: 'act-to-review', key: id, href: paths.actReview(id), about: heading, until },
        since: dayOf(since, ctx.timeZone),
      }),
    ),
    ...toRead.map(
      ({ id, heading, since }): Task => ({
        ...{ kind: 'act-to-read', key: id, href: paths.actAcquaint(id), about: heading, until: null },
        since: dayOf(since, ctx.timeZone),
      }),
    ),
  ];
}
