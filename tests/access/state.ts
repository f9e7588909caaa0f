import { sql } from 'kysely';
import type { Database } from '#db/database.ts';

/**
 * Tables that requests may touch without acting: sessions note the visit, guesses are counted, looks are told to the owner,
 * the hash of a file given out is kept.
 */
const RESTLESS = ['session', 'once_key', 'sign_in_attempt', 'route_look', 'proposal_look', 'act_issue'];

const known = new WeakMap<Database, Promise<string[]>>();

async function tablesOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !RESTLESS.includes(name));
}

/**
 * By table, in one read: how many rows there are and which transaction wrote the newest. Equal = nothing was written: an
 * inserted or updated row bears a newer transaction, a deleted one is missing in the count.
 */
export async function stateOf(db: Database): Promise<Record<string, string>> {
  const tables = known.get(db) ?? tablesOf(db);
  known.set(db, tables);
  const states = (await tables).map(
    (name) =>
      sql`select ${sql.lit(name)} as name, concat(count(*), ' ', max(xmin::text::bigint)) as state from ${sql.table(name)}`,
  );
  const { rows } = await sql<{ name: string; state: string }>`${sql.join(states, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
}

/** Names of the tables that differ. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}
