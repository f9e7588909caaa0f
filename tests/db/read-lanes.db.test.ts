import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { closeDatabase, type Database, openDatabase } from '#db/database.ts';
import { testDatabaseWithUrl } from '#tests/support/database.ts';

const db = openDatabase({ url: testDatabaseWithUrl().url, max: 2, lanes: 2 });

afterAll(() => closeDatabase(db));

const backend = async (from: Database) =>
  (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(from)).rows[0]?.pid;
const one = async (value: number) =>
  (await sql<{ value: number }>`select ${value}::int as value`.execute(db)).rows[0]?.value;

describe('single reads', () => {
  it('each get their own answer, however many are asked at once', async () => {
    const values = Array.from({ length: 300 }, (_, number) => number);
    expect(await Promise.all(values.map(one))).toEqual(values);
  });

  it('asked in one turn share a connection', async () => {
    const pids = await Promise.all(Array.from({ length: 6 }, () => backend(db)));
    expect(new Set(pids).size).toBe(1);
  });

  it('that fail leave those beside them alone', async () => {
    const bad = sql`select 1 / ${0}::int`.execute(db).then(
      () => 'answered',
      (error: { code?: string }) => error.code,
    );
    expect(await Promise.all([one(1), bad, one(2)])).toEqual([1, '22012', 2]);
    expect(await one(3)).toBe(3);
  });

  it('do not wait behind slow ones, even when every lane has one', async () => {
    let isDone = false;
    const sleep = async () => {
      await sql`select pg_sleep(2)`.execute(db);
      isDone = true;
    };
    const slow = [sleep()];
    while (!(await isSleeping(1))) expect(isDone).toBe(false);
    slow.push(sleep());
    const began = performance.now();
    while (!(await isSleeping(2)) || performance.now() - began < 100) expect(isDone).toBe(false);
    expect(await one(4)).toBe(4);
    expect(isDone).toBe(false);
    await Promise.all(slow);
  });

  it('find a new connection after theirs was cut', async () => {
    const pid = await backend(db);
    await db.transaction().execute((tx) => sql`select pg_terminate_backend(${pid}::int)`.execute(tx));
    const answers = await Promise.allSettled([one(5), one(6)]);
    expect(answers.length).toBe(2);
    expect(await one(7)).toBe(7);
  });
});

describe('a transaction', () => {
  it('reads what it has written, on its own connection', async () => {
    await db.transaction().execute(async (tx) => {
      await sql`create temporary table written (value int) on commit drop`.execute(tx);
      await sql`insert into written values (8)`.execute(tx);
      const pids = [await backend(tx as Database), await backend(tx as Database)];
      expect(pids[0]).toBe(pids[1]);
      expect((await sql<{ value: number }>`select value from written`.execute(tx)).rows).toEqual([{ value: 8 }]);
      expect(await backend(db)).not.toBe(pids[0]);
    });
  });
});

/** Whether that many connections sleep; asked over a transaction, which takes no lane. */
async function isSleeping(count: number): Promise<boolean> {
  const { rows } = await db.transaction().execute((tx) =>
    sql<{ count: number }>`select count(*)::int as count from pg_stat_activity
      where datname = current_database() and state = 'active' and query like 'select pg_sleep%'`.execute(tx),
  );
  return rows[0]?.count === count;
}
