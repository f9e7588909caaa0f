import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';

/** A read asked this often is prepared: below it, planning anew costs less than remembering. */
const OFTEN = 10;

/** Each connection's server process remembers the plan of every prepared statement: some 50 KB each. */
const MOST_PREPARED = 150;

const MOST_COUNTED = 1_000;

/**
 * The same pool, with reads that come again and again sent as prepared statements: the server plans them once a connection
 * and not every time, which for conditions of access takes longer than the reading. A pooler between must pass prepared
 * statements on, as PgBouncer does since 1.21.
 */
export function preparedPool(pool: pg.Pool): PostgresPool {
  const nameOf = statementNames();
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const client = await pool.connect();
      const known = wrapped.get(client) ?? preparing(client, nameOf);
      wrapped.set(client, known);
      return known;
    },
    end: () => pool.end(),
  };
}

function preparing(client: pg.PoolClient, nameOf: (text: string) => string | undefined): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) =>
    client.query({ name: nameOf(text), text, values: [...values] });
  // Kysely's type also knows cursors, which this program does not open.
  const sent: unknown = query;
  return { query: sent as PostgresPoolClient['query'], release: () => client.release() };
}

/** Names for the reads that come often; undefined for all else. */
export function statementNames(): (text: string) => string | undefined {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= MOST_PREPARED || !/^\s*select\b/i.test(text)) return name;
    const seen = (times.get(text) ?? 0) + 1;
    if (times.size >= MOST_COUNTED) times.clear();
    times.set(text, seen);
    if (seen < OFTEN) return undefined;
    times.delete(text);
    names.set(text, `read_${names.size}`);
    return names.get(text);
  };
}
