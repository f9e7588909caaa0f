import { fitsPassword, hashPassword } from '#app/access/password.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { endSessionsOf, sessionHashOf } from '#app/access/session.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { normalPassword, ruleAgainstPassword, type Theme } from './account.ts';
import type { Browser } from './sign-in.operations.server.ts';
import { countAttempt, forgetAttempts } from './sign-in-limit.server.ts';

/** A change of the own password. */
export interface ChangePassword {
  current: string;
  password: string;
  repeat: string;
}

/**
 * Changes the own password and ends the person's other sessions. Guessing the present one is limited like signing in.
 * Throws RuleBroken `sign-in-wait` and the rules of passwords.
 */
export async function changePassword(ctx: Context, input: ChangePassword, browser: Browser): Promise<void> {
  const account = await ownAccount(ctx);
  const attempt = { login: account.login, network: browser.network, knownBrowser: `own ${account.id}` };
  await countAttempt(ctx.db, attempt);
  const fits = await fitsPassword(account.passwordHash, normalPassword(input.current));
  if (!fits) throw new RuleBroken('password-wrong', 'current');
  await forgetAttempts(ctx.db, attempt);
  const refusal = ruleAgainstPassword(input.password, input.repeat, account.login);
  if (refusal) throw new RuleBroken(refusal, refusal === 'password-not-repeated' ? 'repeat' : 'password');
  const passwordHash = await hashPassword(normalPassword(input.password));
  await transact(ctx, async (tx) => {
    await tx.db.updateTable('account').set({ passwordHash }).where('id', '=', account.id).execute();
    await endSessionsOf(tx.db, account.id, sessionHashOf(tx.db, browser.cookieHeader));
    await journalOwn(tx, 'changePassword', account.id);
  });
}

/** Ends one of the own sessions. Throws NotFound for anybody else's. */
export async function endOwnSession(ctx: Context, sessionHash: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const account = await ownAccount(tx);
    const ended = await tx.db
      .deleteFrom('session')
      .where('id', '=', sessionHash)
      .where('userId', '=', account.id)
      .returning('device')
      .executeTakeFirst();
    if (!ended) throw new NotFound('session');
    await journalOwn(tx, 'endSession', account.id, { device: ended.device });
  });
}

/** Ends every own session but the one that asks. */
export async function endOtherSessions(ctx: Context, cookieHeader: string | null): Promise<void> {
  await transact(ctx, async (tx) => {
    const account = await ownAccount(tx);
    await endSessionsOf(tx.db, account.id, sessionHashOf(tx.db, cookieHeader));
    await journalOwn(tx, 'endOtherSessions', account.id);
  });
}

/** Keeps how pages look for the person. */
export async function chooseTheme(ctx: Context, theme: Theme): Promise<void> {
  await transact(ctx, async (tx) => {
    const account = await ownAccount(tx);
    await tx.db.updateTable('account').set({ theme }).where('id', '=', account.id).execute();
    await journalOwn(tx, 'chooseTheme', account.id, { theme });
  });
}

async function ownAccount(ctx: Context): Promise<{ id: Id; login: string; passwordHash: string | null }> {
  const account = await ctx.db
    .selectFrom('account')
    .select(['id', 'login', 'passwordHash'])
    .where('personId', '=', personOf(ctx))
    .executeTakeFirst();
  if (!account) throw new NotFound('account');
  return account;
}

async function journalOwn(tx: Context, act: string, accountId: Id, after?: Record<string, unknown>): Promise<void> {
  const personId = personOf(tx);
  const home = tx.db.selectFrom('person').select(['unitId', 'regionId']).where('id', '=', personId);
  const scope = await home.executeTakeFirstOrThrow();
  await journal(tx, { act, objectKind: 'account', objectId: accountId, personId, ...scope, after });
}
