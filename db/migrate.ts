import { type Migration, Migrator, sql } from 'kysely';
import { closeDatabase, openPlainDatabase } from './database.ts';
import { migrateText } from './migrate.text.ts';
import { migrations } from './migrations/index.ts';
import { StartRefused } from './start-refused.ts';

/** The last migration this code knows: the name of the tables it works with. */
export const latestMigration = Object.keys(migrations).sort().at(-1) ?? '';

/** The database has migrations this code does not know: it was served by a newer version. Nothing was changed. */
export class SchemaNewerThanCode extends StartRefused {
  override readonly name = 'SchemaNewerThanCode';
}

/**
 * Brings the database at `url` to the tables this code expects: all pending migrations in one transaction under an
 * advisory lock, so two programs starting at once migrate once. Returns the names applied, in order.
 * Throws SchemaNewerThanCode; any failing migration leaves the database as it was and its error is thrown.
 */
export async function migrate(url: string, known: Record<string, Migration> = migrations): Promise<string[]> {
  // An index on a large table takes longer than a page may.
  const db = openPlainDatabase({ url, max: 2, statementTimeoutMs: 0 });
  try {
    const unknown = (await appliedMigrations(url)).filter((name) => !(name in known));
    if (unknown.length > 0) throw new SchemaNewerThanCode(migrateText.newerSchema(unknown));
    const migrator = new Migrator({ db, provider: { getMigrations: async () => known } });
    const { error, results } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    return (results ?? []).filter(({ status }) => status === 'Success').map(({ migrationName }) => migrationName);
  } finally {
    await closeDatabase(db);
  }
}

/** The migrations the database at `url` has, in order; none when it is empty. */
export async function appliedMigrations(url: string): Promise<string[]> {
  const db = openPlainDatabase({ url, max: 1 });
  try {
    const table = await sql<{ found: boolean }>`select to_regclass('kysely_migration') is not null as found`.execute(
      db,
    );
    if (table.rows[0]?.found !== true) return [];
    const applied = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
    return applied.rows.map(({ name }) => name);
  } finally {
    await closeDatabase(db);
  }
}
