import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { NOTICE_KINDS, type NoticeKind } from './notice.ts';

/** A notice as its owner sees it. */
export interface NoticeLine {
  id: string;
  kind: NoticeKind;
  path: string;
  details: Record<string, string>;
  createdAt: string;
  isUnread: boolean;
}

/** The actor's own notices, newest first, a page of 50. */
export async function listNotices(ctx: Context, page: number): Promise<NoticeLine[]> {
  const rows = await ctx.db
    .selectFrom('notice')
    .select(['id', 'kind', 'path', 'details', 'createdAt', 'readAt'])
    .where('personId', '=', personOf(ctx))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return rows.flatMap(({ readAt, kind, ...row }) => {
    const known = NOTICE_KINDS.find((one) => one === kind);
    return known ? [{ ...row, kind: known, isUnread: readAt === null }] : [];
  });
}

/** How many notices the actor has, and how many of them are unread. */
export async function countNotices(ctx: Context): Promise<{ all: number; unread: number }> {
  const row = await ctx.db
    .selectFrom('notice')
    .select(({ fn }) => [
      fn.countAll<number>().as('all'),
      fn.countAll<number>().filterWhere('readAt', 'is', null).as('unread'),
    ])
    .where('personId', '=', personOf(ctx))
    .executeTakeFirstOrThrow();
  return { all: row.all, unread: row.unread };
}
