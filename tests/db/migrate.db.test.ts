import { type Kysely, type Migration, sql } from 'kysely';
import { expect, test } from 'vitest';
import { createDatabase, databaseUrl, dropDatabase } from '#db/database.ts';
import { appliedMigrations, migrate, SchemaNewerThanCode } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import { testDatabaseWithUrl } from '#tests/support/database.ts';

const { url, db } = testDatabaseWithUrl();
const names = Object.keys(migrations);

async function inEmptyDatabase(name: string, act: (emptyUrl: string) => Promise<void>): Promise<void> {
  await createDatabase(url, name);
  try {
    await act(databaseUrl(url, name));
  } finally {
    await dropDatabase(url, name);
  }
}

function migration(up: (schema: Kysely<unknown>) => Promise<unknown>): Migration {
  return { up: async (schema) => void (await up(schema)) };
}

test('the template has every migration and another run applies none', async () => {
  expect(await appliedMigrations(url)).toEqual(names);
  expect(await migrate(url)).toEqual([]);
});

test('two programs starting at once migrate once', async () => {
  await inEmptyDatabase('migrate_twice', async (emptyUrl) => {
    const applied = await Promise.all([migrate(emptyUrl), migrate(emptyUrl)]);
    expect(applied.flat()).toEqual(names);
  });
});

test('a migration that fails leaves nothing of the whole run', async () => {
  await inEmptyDatabase('migrate_broken', async (emptyUrl) => {
    const broken = {
      '2000_01_01_000001_first_create': migration((schema) => sql`create table first (id int)`.execute(schema)),
      '2000_01_01_000002_second_create': migration((schema) => sql`create table first (id int)`.execute(schema)),
    };
    await expect(migrate(emptyUrl, broken)).rejects.toThrow('already exists');
    expect(await appliedMigrations(emptyUrl)).toEqual([]);
    const repaired = { '2000_01_01_000001_first_create': broken['2000_01_01_000001_first_create'] };
    expect(await migrate(emptyUrl, repaired)).toEqual(['2000_01_01_000001_first_create']);
  });
});

test('refuses a database newer than the code and names what it does not know', async () => {
  await sql`insert into kysely_migration (name, timestamp) values ('2999_01_01_000000_future_create', '2999')`.execute(
    db,
  );
  const refusal = await migrate(url).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(SchemaNewerThanCode);
  expect(String(refusal)).toContain('2999_01_01_000000_future_create');
});
