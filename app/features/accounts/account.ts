/**
 * An account: the way in of one person, a login and a password. It gives no rights: those come from grants alone.
 * Sessions, invitations and new-password links belong to it. Source: issue 2 part 3, D14.
 */
export const THEMES = ['normal', 'contrast', 'large', 'contrast-large'] as const;

/** How pages look for a person. */
export type Theme = (typeof THEMES)[number];

/** Fewest characters of a password. */
export const SHORTEST_PASSWORD = 10;
/** Most characters of a password: hashing a longer one would only cost time. */
export const LONGEST_PASSWORD = 200;
/** Whole days an invitation link lives. */
export const INVITATION_DAYS = 7;

/** A login as it is stored and compared: composed, without outer spaces, lower case. */
export function normalLogin(login: string): string {
  return login.normalize('NFC').trim().toLowerCase();
}
