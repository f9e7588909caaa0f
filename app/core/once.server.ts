import { createHash } from 'node:crypto';
import { type Context, personOf } from './context.server.ts';
import { RuleBroken } from './errors.ts';
import { isId } from './ids.ts';

/**
 * Lets a form act once (D16): the first post with a key runs the story, a repeated one gets the first result.
 * Runs inside the act's transaction. Throws RuleBroken `once-different` when the same key comes with other data.
 */
export async function once<T>(tx: Context, key: string | null, input: unknown, story: () => Promise<T>): Promise<T> {
  if (key === null) return story();
  if (!isId(key)) throw new RuleBroken('once-different');
  const personId = personOf(tx);
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex');
  const claimed = await tx.db
    .insertInto('onceKey')
    .values({ key, personId, inputHash, result: 'null' })
    .onConflict((conflict) => conflict.columns(['personId', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst();
  const known = tx.db.selectFrom('onceKey').where('personId', '=', personId).where('key', '=', key);
  if (!claimed) {
    const first = await known.select(['inputHash', 'result']).executeTakeFirstOrThrow();
    if (first.inputHash !== inputHash) throw new RuleBroken('once-different');
    return first.result as T;
  }
  const result = await story();
  const stored = tx.db.updateTable('onceKey').set({ result: JSON.stringify(result ?? null) });
  await stored.where('personId', '=', personId).where('key', '=', key).execute();
  return result;
}
