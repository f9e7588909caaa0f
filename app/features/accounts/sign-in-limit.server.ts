import { createHash } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { RuleBroken } from '#app/core/errors.ts';
import type { Database } from '#db/database.ts';

/**
 * Limits on guessing, asked before any password is hashed. Each attempt counts on three doors: this login from this
 * network, this login from anywhere, this network. Behind the free attempts a door opens once in a growing while, never
 * for ever closed. A browser from which the account has already been opened has a door of its own, so strangers cannot
 * keep the owner out. Source: RELIABILITY case 24.
 */
interface Door {
  name: string;
  /** Attempts before the first wait. */
  free: number;
  /** Seconds of the first wait; each next one is twice as long. */
  firstWait: number;
  /** Seconds of the longest wait. */
  longestWait: number;
  /** Seconds after which failures are forgotten. */
  memory: number;
}

const HOUR = 3_600;
const ownDoor: Door = { name: 'known', free: 10, firstWait: 15, longestWait: 300, memory: HOUR };
const pairDoor: Door = { name: 'pair', free: 5, firstWait: 30, longestWait: 900, memory: 24 * HOUR };
const loginDoor: Door = { name: 'login', free: 20, firstWait: 15, longestWait: 120, memory: 24 * HOUR };
const networkDoor: Door = { name: 'network', free: 60, firstWait: 2, longestWait: 30, memory: HOUR / 4 };

/** Who tries to come in: the login as typed, the network, and the key of a known browser if there is one. */
export interface Attempt {
  login: string;
  network: string;
  knownBrowser: string | null;
}

/**
 * Counts an attempt before it is made. Throws RuleBroken `sign-in-wait` when it has to wait; such an attempt is not
 * counted, so waiting is never prolonged by trying.
 */
export async function countAttempt(db: Database, attempt: Attempt): Promise<void> {
  for (const [door, key] of doorsOf(attempt)) await passDoor(db, door, key);
}

/** Forgets the failures of a login that has just been opened, and this attempt of its network. */
export async function forgetAttempts(db: Database, attempt: Attempt): Promise<void> {
  for (const [door, key] of doorsOf(attempt)) {
    if (door === networkDoor) {
      await failures(db, door).reward(key, 1);
      continue;
    }
    await failures(db, door).delete(key);
    await turns(db, door).delete(key);
  }
}

function doorsOf({ login, network, knownBrowser }: Attempt): [Door, string][] {
  if (knownBrowser !== null) return [[ownDoor, hashed(`${login} ${knownBrowser}`)]];
  return [
    [pairDoor, hashed(`${login} ${network}`)],
    [loginDoor, hashed(login)],
    [networkDoor, hashed(network)],
  ];
}

async function passDoor(db: Database, door: Door, key: string): Promise<void> {
  const counted = await failures(db, door).penalty(key, 1);
  const beyond = counted.consumedPoints - door.free;
  if (beyond <= 0) return;
  const wait = Math.min(door.longestWait, door.firstWait * 2 ** Math.min(beyond - 1, 20));
  try {
    await turns(db, door).consume(key, 1, { customDuration: wait });
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    await failures(db, door).reward(key, 1);
    throw new RuleBroken('sign-in-wait');
  }
}

function failures(db: Database, door: Door): RateLimiterPostgres {
  return limiter(db, `${door.name}-failed`, 1_000_000, door.memory);
}

function turns(db: Database, door: Door): RateLimiterPostgres {
  return limiter(db, `${door.name}-turn`, 1, door.longestWait);
}

function limiter(db: Database, keyPrefix: string, points: number, duration: number): RateLimiterPostgres {
  const storeClient = {
    query: async ({ text, values }: { text: string; values: unknown[] }) => {
      const { rows } = await db.executeQuery(CompiledQuery.raw(text, values));
      return { rows, rowCount: rows.length };
    },
  };
  return new RateLimiterPostgres({
    storeClient,
    storeType: 'client',
    tableName: 'sign_in_attempt',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration,
  });
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
