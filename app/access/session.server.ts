import { createHash } from 'node:crypto';
import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import type { Database } from '#db/database.ts';
import type { Id, Moment } from '#db/schema.ts';
import type { Face } from './actor.ts';
import { type SessionEnd, sessionEndAt, sessionLimits } from './session-limits.ts';

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof openLucia>;
    DatabaseUserAttributes: { personId: Id; face: Face };
    DatabaseSessionAttributes: { device: string; lastSeenAt?: Moment };
  }
}

const opened = new WeakMap<Database, ReturnType<typeof openLucia>>();
const SEEN_EVERY_MS = 60_000;
/** An ended session and its cookie are kept so long only to tell the person why to sign in again. */
const TOLD_DAYS = 30;

function openLucia(db: Database) {
  return new Lucia(hashingAdapter(db), {
    sessionExpiresIn: new TimeSpan(sessionLimits.wholeHours, 'h'),
    sessionCookie: { name: 'ryadom', attributes: { secure: false, sameSite: 'lax', path: '/' } },
    getUserAttributes: (user) => ({ personId: user.personId, face: user.face }),
    getSessionAttributes: (session) => ({ device: session.device, lastSeenAt: session.lastSeenAt }),
  });
}

function luciaOf(db: Database) {
  const known = opened.get(db) ?? openLucia(db);
  opened.set(db, known);
  return known;
}

/** What the database holds instead of a session's id: its SHA-256, so that a stolen table opens nothing. */
export function hashSessionId(sessionId: string): string {
  return createHash('sha256').update(sessionId).digest('hex');
}

/** Starts a session and gives the cookie to set; `secure` when served over https. Forgets the account's long ended ones. */
export async function startSession(db: Database, accountId: Id, device: string, secure: boolean): Promise<string> {
  const longAgo = iso(new Date(Date.now() - TOLD_DAYS * 86_400_000));
  await db.deleteFrom('session').where('userId', '=', accountId).where('expiresAt', '<', longAgo).execute();
  const session = await luciaOf(db).createSession(accountId, { device });
  return cookieFor(db, session.id, secure);
}

/** The person behind a Cookie header, or null; a session past its limits is nobody's. Notes the visit at most once a minute. */
export async function validateSession(
  db: Database,
  cookieHeader: string | null,
): Promise<{ accountId: Id; personId: Id; face: Face; sessionHash: string } | null> {
  const lucia = luciaOf(db);
  const sessionId = lucia.readSessionCookie(cookieHeader ?? '');
  if (!sessionId || sessionId.length > 100) return null;
  const { session, user } = await lucia.validateSession(sessionId);
  if (!session || !user) return null;
  const sessionHash = hashSessionId(sessionId);
  const seenAt = Date.parse(session.lastSeenAt ?? '');
  if (!(seenAt >= Date.now() - SEEN_EVERY_MS)) await noteVisit(db, sessionHash);
  return { accountId: user.id, personId: user.personId, face: user.face, sessionHash };
}

async function noteVisit(db: Database, sessionHash: string): Promise<void> {
  const seen = db.updateTable('session').set({ lastSeenAt: new Date().toISOString() });
  await seen.where('id', '=', sessionHash).execute();
}

/** Why the session of this Cookie header is over; null without one, or while it is in force. */
export async function findSessionEnd(db: Database, cookieHeader: string | null): Promise<SessionEnd | null> {
  const hash = sessionHashOf(db, cookieHeader);
  if (!hash) return null;
  const kept = db.selectFrom('session').select(['expiresAt', 'lastSeenAt']).where('id', '=', hash);
  const row = await kept.executeTakeFirst();
  return row ? sessionEndAt(row, new Date()) : 'ended';
}

/** What the database holds for the session of this Cookie header; null without one. */
export function sessionHashOf(db: Database, cookieHeader: string | null): string | null {
  const sessionId = luciaOf(db).readSessionCookie(cookieHeader ?? '');
  return sessionId ? hashSessionId(sessionId) : null;
}

/** Ends the session of this cookie and gives the cookie that clears it. */
export async function endSession(db: Database, cookieHeader: string | null): Promise<string> {
  const lucia = luciaOf(db);
  const sessionId = lucia.readSessionCookie(cookieHeader ?? '');
  if (sessionId) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

/** Ends every session of an account, except the one with the given hash if any. */
export async function endSessionsOf(db: Database, accountId: Id, exceptHash: string | null): Promise<void> {
  await db
    .deleteFrom('session')
    .where('userId', '=', accountId)
    .$if(exceptHash !== null, (query) => query.where('id', '<>', exceptHash))
    .execute();
}

function cookieFor(db: Database, sessionId: string, secure: boolean): string {
  const cookie = luciaOf(db).createSessionCookie(sessionId);
  cookie.attributes.secure = secure;
  cookie.attributes.maxAge = TOLD_DAYS * 86_400;
  return cookie.serialize();
}

function hashingAdapter(db: Database): Adapter {
  const find = async (sessionId: string): Promise<[DatabaseSession | null, DatabaseUser | null]> => {
    const row = await db
      .selectFrom('session')
      .innerJoin('account', 'account.id', 'session.userId')
      .innerJoin('person', 'person.id', 'account.personId')
      .select(['session.userId', 'session.expiresAt', 'session.device', 'session.lastSeenAt', 'account.personId'])
      .select(['person.lastName', 'person.firstName', 'person.middleName', 'account.theme'])
      .where('session.id', '=', hashSessionId(sessionId))
      .executeTakeFirst();
    if (!row || sessionEndAt(row, new Date())) return [null, null];
    const { lastName, firstName, middleName, theme } = row;
    return [
      {
        id: sessionId,
        userId: row.userId,
        expiresAt: new Date(row.expiresAt),
        attributes: { device: row.device, lastSeenAt: row.lastSeenAt },
      },
      { id: row.userId, attributes: { personId: row.personId, face: { lastName, firstName, middleName, theme } } },
    ];
  };
  return {
    getSessionAndUser: find,
    getUserSessions: async () => [],
    setSession: async (session) => {
      const row = { id: hashSessionId(session.id), userId: session.userId, device: session.attributes.device };
      await db
        .insertInto('session')
        .values({ ...row, expiresAt: iso(session.expiresAt) })
        .execute();
    },
    // The limit of the whole is never put off: use only keeps the idle limit away.
    updateSessionExpiration: async () => undefined,
    deleteSession: async (sessionId) => {
      await db.deleteFrom('session').where('id', '=', hashSessionId(sessionId)).execute();
    },
    deleteUserSessions: async (userId) => {
      await db.deleteFrom('session').where('userId', '=', userId).execute();
    },
    deleteExpiredSessions: async () => {
      await db.deleteFrom('session').where('expiresAt', '<=', new Date().toISOString()).execute();
    },
  };
}

function iso(date: Date): Moment {
  return date.toISOString();
}
