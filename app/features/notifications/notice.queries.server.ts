import { sql } from 'kysely';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { noticeText } from './notice.text.ts';
import { NOTICE_KINDS, type NoticeKind } from './notice.ts';
import { isInForce, isOfInstitution } from './notice-roles.server.ts';

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
    .select(['id', 'kind', 'path', 'details', 'createdAt', 'readAt', isNameTold(ctx).as('isNameTold')])
    .where('personId', '=', personOf(ctx))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
  return rows.flatMap(({ readAt, kind, details, isNameTold: isTold, ...row }) => {
    const known = NOTICE_KINDS.find((one) => one === kind);
    const told = isTold ? details : { ...details, person: noticeText.hiddenName };
    return known ? [{ ...row, details: told, kind: known, isUnread: readAt === null }] : [];
  });
}

/**
 * Whether the name in a notice may still be read: it names nobody, was no matter of a role, the role is held on, or it is
 * about a mentorship of which the reader is or was a side.
 */
function isNameTold({ today }: Context) {
  return sql<boolean>`(not notice.details ? 'person' or notice.role_unit_ids = '{}'
    or exists (select 1 from role_grant held where held.person_id = notice.person_id
      and held.unit_id = any(notice.role_unit_ids) and ${isOfInstitution} and ${isInForce(today)})
    or split_part(notice.path, '/', 2) = 'mentorships' and exists (select 1 from mentorship_member mine
      where mine.person_id = notice.person_id and mine.mentorship_id::text = split_part(notice.path, '/', 3)))`;
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
