import { createHash, randomBytes } from 'node:crypto';

/** The secret of a link: 256 random bits in letters that need no escaping. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database holds instead of the secret. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const NAME = 'ryadom-link';
const SHOWN_SECONDS = 300;

/** Cookie that carries a fresh link's secret to the page that shows it: that page only, that browser only, five minutes. */
export function freshLinkCookie(pathname: string, token: string, secure: boolean): string {
  return `${NAME}=${token}; Path=${pathname}; Max-Age=${SHOWN_SECONDS}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The secret such a cookie carries, or null. */
export function readFreshLink(cookieHeader: string | null): string | null {
  return new RegExp(`(?:^|;\\s*)${NAME}=([\\w-]{20,80})(?:;|$)`).exec(cookieHeader ?? '')?.[1] ?? null;
}
