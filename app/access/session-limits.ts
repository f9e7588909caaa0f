import type { Moment } from '#db/schema.ts';

/**
 * How long one stays signed in, in force since 22 November 2026: an hour without use, twelve hours in all. Computers of
 * a staff room are shared, and who forgot to sign out must not leave his rights to the next one.
 */
export const sessionLimits = { idleMinutes: 60, wholeHours: 12 } as const;

/** Why a session is over: nobody used it, it lasted as long as one may, or it was ended from elsewhere. */
export type SessionEnd = 'unused' | 'whole' | 'ended';

/** Why a session is over at a moment; null while it is in force. Both limits are exclusive: at the very moment it is over. */
export function sessionEndAt(session: { expiresAt: Moment; lastSeenAt: Moment }, now: Date): 'unused' | 'whole' | null {
  const wholeUntil = Date.parse(session.expiresAt);
  const idleUntil = Date.parse(session.lastSeenAt) + sessionLimits.idleMinutes * 60_000;
  if (now.getTime() < Math.min(wholeUntil, idleUntil)) return null;
  return idleUntil < wholeUntil ? 'unused' : 'whole';
}
