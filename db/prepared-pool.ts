import type { PostgresPool, PostgresPoolClient } from 'kysely';
import type pg from 'pg';
import type { ReadLanes } from './read-lanes.ts';

/** A read asked this often is prepared: below it, planning anew costs less than remembering. */
const OFTEN = 10;

/**
 * Each connection that prepares remembers the plan of every statement: some 50 KB each. Enough for the reads of every page;
 * only the lanes prepare, and they are few.
 */
const MOST_PREPARED = 600;

const MOST_COUNTED = 2_000;

/**
 * The same pool, with single reads outside transactions sent over the lanes, those that come again and again as prepared
 * statements: the server plans them once a connection and not every time, which for conditions of access takes longer than
 * the reading. Reads of an act inside its transaction come seldom and are not prepared: in a night of jobs they would use
 * up what is kept for pages. A pooler between must pass prepared statements on, as PgBouncer does since 1.21. A connection
 * is taken from the pool when the first statement needs one of its own.
 */
export function preparedPool(pool: pg.Pool, lanes: ReadLanes | null): PostgresPool {
  const nameOf = statementNames();
  return {
    connect: async () => connection(pool, lanes, nameOf),
    end: async () => {
      await lanes?.end();
      await pool.end();
    },
  };
}

function connection(
  pool: pg.Pool,
  lanes: ReadLanes | null,
  nameOf: (text: string) => string | undefined,
): PostgresPoolClient {
  let own: pg.PoolClient | null = null;
  const query = async (text: string, values: readonly unknown[]) => {
    const plain = { text, values: [...values] };
    const read = own === null && lanes && isRead(text) ? lanes.read({ ...plain, name: nameOf(text) }) : null;
    if (read) return read;
    own ??= await pool.connect();
    return own.query(plain);
  };
  // Kysely's type also knows cursors, which this program does not open.
  const sent: unknown = query;
  return { query: sent as PostgresPoolClient['query'], release: () => own?.release() };
}

function isRead(text: string): boolean {
  return /^\s*select\b/i.test(text);
}

/** Names for the reads that come often; undefined for all else. */
export function statementNames(): (text: string) => string | undefined {
  const times = new Map<string, number>();
  const names = new Map<string, string>();
  return (text) => {
    const name = names.get(text);
    if (name !== undefined || names.size >= MOST_PREPARED || !isRead(text)) return name;
    const seen = (times.get(text) ?? 0) + 1;
    if (times.size >= MOST_COUNTED) times.clear();
    times.set(text, seen);
    if (seen < OFTEN) return undefined;
    times.delete(text);
    names.set(text, `read_${names.size}`);
    return names.get(text);
  };
}
