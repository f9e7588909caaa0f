import type { Socket } from 'node:net';
import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { arrayMembers, columnValues } from './column-values.ts';
import { preparedPool } from './prepared-pool.ts';
import { readLanes } from './read-lanes.ts';
import type { Schema } from './schema.ts';

/** The one handle through which the program reads and writes: every table of `schema.ts`, camelCase in code. */
export type Database = Kysely<Schema>;

// The number of text[] among PostgreSQL's types.
const textArray: number = 1009;

/** Where the database is and how it is used. Times are in milliseconds; `statementTimeoutMs: 0` means without a limit. */
export type DatabaseOptions = {
  url: string;
  /** The greatest number of connections held at once. */
  max?: number;
  /** More connections, for single reads that travel together; none unless asked for. */
  lanes?: number;
  statementTimeoutMs?: number;
  /** Told about a connection lost while nobody used it; the pool replaces it by itself. */
  onIdleError?: (error: Error) => void;
};

/**
 * Opens a pool (connections are made when first needed). `jsonb` keeps its keys as written. Days arrive as
 * 'YYYY-MM-DD', moments as ISO strings in UTC, `int8` as a number (throws when it does not fit), `numeric` as a string.
 */
export function openDatabase(options: DatabaseOptions): Database {
  const lanes = options.lanes ? readLanes((socket) => openClient(options, socket), options.lanes) : null;
  return new Kysely<Schema>({
    dialect: new PostgresDialect({ pool: preparedPool(openPool(options), lanes) }),
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

/** A handle without names being translated, for migrations, which write snake_case as it is in the database. */
export function openPlainDatabase(options: DatabaseOptions): Kysely<unknown> {
  return new Kysely<unknown>({ dialect: new PostgresDialect({ pool: openPool(options) }) });
}

/** Closes every connection of the pool; queries under way are waited for. */
export async function closeDatabase(db: Kysely<never> | Database | Kysely<unknown>): Promise<void> {
  await db.destroy();
}

/** Creates database `name` on the server of `adminUrl` (a copy of `template` when given) unless it exists. */
export async function createDatabase(adminUrl: string, name: string, template = 'template1'): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount === 0) {
      await client.query(
        `create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)} strategy file_copy`,
      );
    }
  });
}

/** Drops database `name` with whatever is still connected to it; none is fine too. */
export async function dropDatabase(adminUrl: string, name: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });
}

/** The same server as `url`, another database. */
export function databaseUrl(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${encodeURIComponent(name)}`;
  return changed.href;
}

function openPool(options: DatabaseOptions): pg.Pool {
  const pool = new pg.Pool({ ...clientConfig(options), max: options.max ?? 10, idleTimeoutMillis: 30_000 });
  // Without a listener a connection cut by the server ends the process.
  pool.on('error', (error) => options.onIdleError?.(error));
  return pool;
}

function openClient(options: DatabaseOptions, socket: Socket): pg.Client {
  const client = new pg.Client({ ...clientConfig(options), pipeline: true, stream: () => socket });
  client.on('error', (error) => options.onIdleError?.(error));
  return client;
}

function clientConfig({ url, statementTimeoutMs = 10_000 }: DatabaseOptions): pg.ClientConfig {
  return {
    connectionString: url,
    types: { getTypeParser: readerOf },
    application_name: 'ryadom',
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    // The server's own limit cannot fire when the server itself is frozen: the client gives up a little later.
    query_timeout: statementTimeoutMs === 0 ? undefined : statementTimeoutMs + 5_000,
    // Start-up options instead of SET: a pooler in transaction mode keeps no state between transactions.
    options: [
      `-c statement_timeout=${statementTimeoutMs}`,
      '-c lock_timeout=3000',
      '-c idle_in_transaction_session_timeout=15000',
      '-c timezone=UTC',
    ].join(' '),
  };
}

// Arrays are split as the driver splits text[], then each member is read as its type.
function readerOf(type: number, format?: 'text' | 'binary'): (text: string) => unknown {
  const reader = columnValues.get(type);
  if (reader) return reader;
  const member = columnValues.get(arrayMembers.get(type) ?? 0);
  if (!member) return pg.types.getTypeParser(type, format ?? 'text');
  const split: (text: string) => (string | null)[] = pg.types.getTypeParser(textArray);
  return (text) => split(text).map((value) => (value === null ? null : member(value)));
}

async function withClient(url: string, act: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
