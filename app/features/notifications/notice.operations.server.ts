import { type Context, personOf } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import type { NewNotice } from './notice.ts';

/** Tells a person; called inside the act's transaction. The actor is not told about the own act. */
export async function notify(tx: Context, notice: NewNotice): Promise<void> {
  await notifyAll(tx, [notice]);
}

/** Tells several people at once. */
export async function notifyAll(tx: Context, notices: readonly NewNotice[]): Promise<void> {
  const actorId = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const rows = notices
    .filter((notice) => notice.personId !== actorId)
    .map(({ details, ...notice }) => ({
      id: newId(),
      createdAt: tx.now,
      details: JSON.stringify(details ?? {}),
      ...notice,
    }));
  if (rows.length > 0) await tx.db.insertInto('notice').values(rows).execute();
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
