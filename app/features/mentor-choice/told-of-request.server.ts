import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { LockedRequest } from '../mentoring-requests/locked-request.server.ts';
import type { NewNotice, NoticeKind } from '../notifications/notice.ts';

/** People who hold the role of curator at the organisation today. */
export async function curatorsOf(ctx: Context, unitId: Id): Promise<Id[]> {
  const rows = await ctx.db
    .selectFrom('roleGrant')
    .select('personId')
    .distinct()
    .where('unitId', '=', unitId)
    .where('role', '=', 'curator')
    .where('startedOn', '<=', ctx.today)
    .where(sql<boolean>`(ended_on is null or ended_on >= ${ctx.today}::date)`)
    .orderBy('personId')
    .limit(20)
    .execute();
  return rows.map(({ personId }) => personId);
}

/** The author and the curators of the organisation are told how a request stands; nobody by name. */
export async function toldOfRequest(
  ctx: Context,
  { personId, unitId }: Pick<LockedRequest, 'personId' | 'unitId'>,
  kind: NoticeKind,
  path: string,
): Promise<NewNotice[]> {
  const people = new Set([personId, ...(await curatorsOf(ctx, unitId))]);
  return [...people].map((one) => ({ personId: one, kind, path }));
}
