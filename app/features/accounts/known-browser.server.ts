import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const NAME = 'ryadom-known';
const LIVES_SECONDS = 180 * 24 * 3_600;

/**
 * Cookie of a browser from which an account has been opened: a random word sealed with the stored password hash, so that
 * nobody else can make one and a new password makes it worthless. It opens nothing; it only has a limit of its own.
 */
export function knownBrowserCookie(accountId: string, passwordHash: string, secure: boolean): string {
  const word = randomBytes(15).toString('base64url');
  const value = `${word}.${seal(word, accountId, passwordHash)}`;
  return `${NAME}=${value}; Path=/sign-in; Max-Age=${LIVES_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`;
}

/** The word of a browser known to this account, or null. */
export function readKnownBrowser(cookieHeader: string | null, accountId: string, passwordHash: string): string | null {
  const [, word = '', sealed = ''] =
    new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{1,40})\\.([\\w-]{1,80})(?:;|$)`).exec(cookieHeader ?? '') ?? [];
  if (!word) return null;
  const expected = Buffer.from(seal(word, accountId, passwordHash));
  const given = Buffer.from(sealed);
  return given.length === expected.length && timingSafeEqual(given, expected) ? word : null;
}

function seal(word: string, accountId: string, passwordHash: string): string {
  return createHmac('sha256', passwordHash).update(`${accountId} ${word}`).digest('base64url');
}
