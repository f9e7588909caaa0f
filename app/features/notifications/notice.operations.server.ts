import { sql } from 'kysely';
import { type Context, personOf } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import type { Id } from '#db/schema.ts';
import type { NewNotice } from './notice.ts';
import { isInForce, isOfInstitution } from './notice-roles.server.ts';

/** Tells a person; called inside the act's transaction. The actor is not told about the own act. */
export async function notify(tx: Context, notice: NewNotice): Promise<void> {
  await notifyAll(tx, [notice]);
}

/** Tells several people at once. */
export async function notifyAll(tx: Context, notices: readonly NewNotice[]): Promise<void> {
  const actorId = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const rows = notices
    .filter((notice) => notice.personId !== actorId)
    .map(({ details, unitId, ...notice }) => ({
      id: newId(),
      createdAt: tx.now,
      details: JSON.stringify(details ?? {}),
      ...(details?.person === undefined ? {} : { roleUnitIds: roleUnits(tx, notice.personId, unitId) }),
      ...notice,
    }));
  if (rows.length > 0) await tx.db.insertInto('notice').values(rows).execute();
}

/** Units at which a person holds a role of an institution today: the one said, or all. */
function roleUnits({ today }: Context, personId: Id, unitId: Id | undefined) {
  const there = unitId === undefined ? sql`` : sql`and held.unit_id = ${unitId}`;
  return sql<Id[]>`array(select distinct held.unit_id from role_grant held where held.person_id = ${personId}
    and ${isOfInstitution} and ${isInForce(today)} ${there})`;
}

/** How long a notice that was read is kept. */
const KEPT_MONTHS = 6;

/** Deletes notices read long ago: they are news, the records themselves stand where they belong. Returns how many. */
export async function forgetReadNotices(ctx: Context): Promise<number> {
  const { numDeletedRows } = await ctx.db
    .deleteFrom('notice')
    .where(sql<boolean>`read_at < ${ctx.now}::timestamptz - make_interval(months => ${KEPT_MONTHS})`)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** Marks the actor's own notices as read. */
export async function markNoticesRead(ctx: Context): Promise<void> {
  await ctx.db
    .updateTable('notice')
    .set({ readAt: ctx.now })
    .where('personId', '=', personOf(ctx))
    .where('readAt', 'is', null)
    .execute();
}
