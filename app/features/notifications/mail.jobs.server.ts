import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { SendLetter } from '#app/core/mail.server.ts';

const MOST_ATTEMPTS = 8;
const AT_ONCE = 20;

/**
 * Sends waiting letters, each in a transaction of its own with its row locked, so that two programs never send one
 * twice. A failed letter waits longer each time and is left alone after eight tries, without its words. Returns how many were sent.
 */
export async function sendWaitingMail(ctx: Context, send: SendLetter): Promise<number> {
  let sent = 0;
  for (let tried = 0; tried < AT_ONCE; tried += 1) {
    const outcome = await sendOne(ctx, send);
    if (outcome === 'none') break;
    if (outcome === 'sent') sent += 1;
  }
  return sent;
}

async function sendOne(ctx: Context, send: SendLetter): Promise<'none' | 'sent' | 'failed'> {
  return ctx.db.transaction().execute(async (db) => {
    const letter = await db
      .selectFrom('outboxMail')
      .select(['id', 'recipient', 'subject', 'body', 'attempts'])
      .where('sentAt', 'is', null)
      .where('attempts', '<', MOST_ATTEMPTS)
      .where(sql<boolean>`created_at + make_interval(mins => attempts * attempts) <= ${ctx.now}::timestamptz`)
      .orderBy('createdAt')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!letter) return 'none';
    const attempts = letter.attempts + 1;
    try {
      await send({ recipient: letter.recipient, subject: letter.subject, body: letter.body });
    } catch (error) {
      const lastError = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
      // A letter that is given up keeps no link that still opens something.
      const kept = attempts < MOST_ATTEMPTS ? {} : { body: '' };
      await db
        .updateTable('outboxMail')
        .set({ attempts, lastError, ...kept })
        .where('id', '=', letter.id)
        .execute();
      return 'failed';
    }
    const done = { attempts, sentAt: ctx.now, body: '', lastError: null };
    await db.updateTable('outboxMail').set(done).where('id', '=', letter.id).execute();
    return 'sent';
  });
}
