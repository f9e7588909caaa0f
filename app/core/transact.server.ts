import { grantsInForce } from '#app/access/find-actor.server.ts';
import { Unauthenticated } from '#app/access/refusals.ts';
import type { Context } from './context.server.ts';
import { ruleOfConstraint, sqlStateOf } from './database-errors.server.ts';
import { RuleBroken } from './errors.ts';

const TRIES = 3;

/**
 * Runs the story of one act in one transaction (D6). The actor's grants are read again under a share lock, so a
 * withdrawal made meanwhile is seen. A broken named constraint becomes RuleBroken with the code of the same name;
 * a deadlock or serialisation failure is tried again up to three times. Inside an act the story simply joins it.
 */
export async function transact<T>(ctx: Context, story: (tx: Context) => Promise<T>): Promise<T> {
  if (ctx.db.isTransaction) return story(ctx);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ctx.db.transaction().execute(async (db) => story({ ...(await refreshed({ ...ctx, db })), db }));
    } catch (error) {
      const state = sqlStateOf(error);
      if ((state === '40001' || state === '40P01') && attempt < TRIES) continue;
      const rule = ruleOfConstraint(error);
      if (rule) throw new RuleBroken(rule);
      throw error;
    }
  }
}

async function refreshed(ctx: Context): Promise<Context> {
  if (ctx.actor.kind === 'anonymous') throw new Unauthenticated();
  if (ctx.actor.kind === 'system') return ctx;
  const { grants } = await grantsInForce(ctx.db, ctx.actor.personId, ctx.now, true);
  return { ...ctx, actor: { ...ctx.actor, grants } };
}
