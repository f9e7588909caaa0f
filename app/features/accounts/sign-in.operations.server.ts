import { fitsPassword } from '#app/access/password.server.ts';
import { endSession, startSession } from '#app/access/session.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { normalLogin, normalPassword } from './account.ts';
import { deviceOf } from './device.ts';
import { knownBrowserCookie, readKnownBrowser } from './known-browser.server.ts';
import { countAttempt, forgetAttempts } from './sign-in-limit.server.ts';

/** The browser that asks: its cookies, what it says about itself, its network, and whether it comes over https. */
export interface Browser {
  cookieHeader: string | null;
  userAgent: string | null;
  network: string;
  isSecure: boolean;
}

/** Reads from a request what signing in needs to know about the browser. */
export function browserOf(request: Request, isSecure: boolean): Browser {
  return {
    cookieHeader: request.headers.get('Cookie'),
    userAgent: request.headers.get('User-Agent'),
    network: request.headers.get('X-Client-Address') ?? '',
    isSecure,
  };
}

/**
 * Signs in and gives the cookies to set. The limit is asked before the password is hashed; an unknown login takes the
 * same way and the same time. Throws RuleBroken `sign-in-wait`, `sign-in-refused`.
 */
export async function signIn(
  ctx: Context,
  input: { login: string; password: string },
  browser: Browser,
): Promise<string[]> {
  const login = normalLogin(input.login);
  const account = await ctx.db
    .selectFrom('account')
    .select(['id', 'personId', 'passwordHash'])
    .where('login', '=', login)
    .executeTakeFirst();
  const hash = account?.passwordHash ?? null;
  const knownBrowser = account && hash ? readKnownBrowser(browser.cookieHeader, account.id, hash) : null;
  const attempt = { login, network: browser.network, knownBrowser };
  await countAttempt(ctx.db, attempt);
  const fits = await fitsPassword(hash, normalPassword(input.password));
  if (!account || !hash || !fits) throw new RuleBroken('sign-in-refused');
  await forgetAttempts(ctx.db, attempt);
  const session = await openSession(ctx, account, browser);
  return [session, knownBrowserCookie(account.id, hash, browser.isSecure)];
}

/**
 * Starts a session for a person who has just proved who they are, and gives its cookie; whatever session the browser
 * had before ends. Journals `signIn`.
 */
export async function openSession(ctx: Context, account: { id: Id; personId: Id }, browser: Browser): Promise<string> {
  const actor = { kind: 'person', personId: account.personId, accountId: account.id, grants: [] } as const;
  return transact({ ...ctx, actor }, async (tx) => {
    await endSession(tx.db, browser.cookieHeader);
    const device = deviceOf(browser.userAgent);
    const home = tx.db.selectFrom('person').select(['unitId', 'regionId']).where('id', '=', account.personId);
    const scope = await home.executeTakeFirstOrThrow();
    const line = { objectKind: 'account', objectId: account.id, personId: account.personId, ...scope };
    await journal(tx, { act: 'signIn', ...line, after: { device } });
    return startSession(tx.db, account.id, device, browser.isSecure);
  });
}

/** Ends the session of this browser and gives the cookie that clears it. Journals `signOut` when somebody was signed in. */
export async function signOut(ctx: Context, cookieHeader: string | null): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== 'person') return endSession(ctx.db, cookieHeader);
  return transact(ctx, async (tx) => {
    const home = tx.db.selectFrom('person').select(['unitId', 'regionId']).where('id', '=', actor.personId);
    const scope = await home.executeTakeFirstOrThrow();
    const line = { objectKind: 'account', objectId: actor.accountId, personId: actor.personId, ...scope };
    await journal(tx, { act: 'signOut', ...line });
    return endSession(tx.db, cookieHeader);
  });
}
