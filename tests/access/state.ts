import { sql } from 'kysely';
import type { Database } from '#db/database.ts';

/** Tables that requests may touch without acting: sessions note the visit, guesses are counted, looks are told to the owner. */
const RESTLESS = ['session', 'once_key', 'sign_in_attempt', 'route_look', 'proposal_look'];

const known = new WeakMap<Database, Promise<string[]>>();

async function tablesOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`.execute(db);
  return rows.map(({ name }) => name).filter((name) => !RESTLESS.includes(name));
}

/** A hash by table of everything stored, in one read: equal hashes = nothing was written. */
export async function stateOf(db: Database): Promise<Record<string, string>> {
  const tables = known.get(db) ?? tablesOf(db);
  known.set(db, tables);
  const hashes = (await tables).map(
    (
      name,
    ) => sql`select ${name}::text as name, coalesce(md5(string_agg(md5(one::text), '' order by md5(one::text))), '')
      as hash from ${sql.table(name)} one`,
  );
  const { rows } = await sql<{ name: string; hash: string }>`${sql.join(hashes, sql` union all `)}`.execute(db);
  return Object.fromEntries(rows.map(({ name, hash }) => [name, hash]));
}

/** Names of the tables that differ. */
export function changedTables(before: Record<string, string>, after: Record<string, string>): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}
