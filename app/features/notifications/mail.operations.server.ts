import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import type { Letter } from '#app/core/mail.server.ts';

/** Puts a letter into the outbox inside the act's transaction; a job sends it (D12). */
export async function queueLetter(tx: Context, letter: Letter): Promise<void> {
  await tx.db
    .insertInto('outboxMail')
    .values({ id: newId(), createdAt: tx.now, ...letter })
    .execute();
}
