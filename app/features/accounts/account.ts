import type { Moment } from '#db/schema.ts';
import { commonPasswords } from './common-passwords.text.ts';

/**
 * An account: the way in of one person, a login and a password. It gives no rights: those come from grants alone.
 * Sessions, invitations and new-password links belong to it. Source: issue 2 part 3, D14.
 */
export const THEMES = ['normal', 'contrast', 'large', 'contrast-large'] as const;

/** How pages look for a person. */
export type Theme = (typeof THEMES)[number];

/** Fewest characters of a password. */
const SHORTEST_PASSWORD = 10;
/** Most characters of a password: hashing a longer one would only cost time. */
export const LONGEST_PASSWORD = 200;
/** Whole days an invitation link lives. */
export const INVITATION_DAYS = 7;

const FEWEST_DIFFERENT_CHARACTERS = 4;

/** A login as it is stored and compared: composed, without outer spaces, lower case. */
export function normalLogin(login: string): string {
  return login.normalize('NFC').trim().toLowerCase();
}

/** A password as it is hashed: composed, so that two keyboards which write «й» differently agree. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/** Rules a new password may break. */
export type PasswordRule =
  | 'password-short'
  | 'password-is-login'
  | 'password-common'
  | 'password-not-repeated'
  | 'password-wrong';

/** Why this may not be the password of that login. */
export function ruleAgainstPassword(password: string, repeat: string, login: string): PasswordRule | null {
  const bare = normalPassword(password).toLowerCase();
  if ([...bare].length < SHORTEST_PASSWORD) return 'password-short';
  const name = normalLogin(login);
  if (bare === name || bare === name.split('@')[0]) return 'password-is-login';
  if (commonPasswords.has(bare) || new Set(bare).size < FEWEST_DIFFERENT_CHARACTERS) return 'password-common';
  return password === repeat ? null : 'password-not-repeated';
}

/** How far a person is with an account. */
export type AccountState = 'none' | 'invited' | 'expired' | 'open';

/** The state told by what exists: a password, or the latest link that was neither used nor withdrawn. */
export function accountState(hasPassword: boolean, linkExpiresAt: Moment | null, now: Moment): AccountState {
  if (hasPassword) return 'open';
  if (linkExpiresAt === null) return 'none';
  return linkExpiresAt > now ? 'invited' : 'expired';
}
