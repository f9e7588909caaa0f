import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDatabase, createDatabase, type Database, databaseUrl, dropDatabase, openDatabase } from '#db/database.ts';

/**
 * A migrated database of its own for the test file that calls it (once, at its top level): copied before the first test,
 * dropped after the last. Several connections, so races are real; pages read over lanes, as in the program.
 */
export function testDatabase(): Database {
  return testDatabaseWithUrl().db;
}

/** The same, with its address, for tests that open connections of their own. */
export function testDatabaseWithUrl(): { db: Database; url: string } {
  const adminUrl = inject('adminUrl');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const url = databaseUrl(adminUrl, name);
  const db = openDatabase({ url, max: 10, lanes: 2 });
  beforeAll(() => createDatabase(adminUrl, name, inject('template')));
  afterAll(async () => {
    await closeDatabase(db);
    await dropDatabase(adminUrl, name);
  });
  return { db, url };
}
