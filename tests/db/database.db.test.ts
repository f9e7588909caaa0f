import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';

const db = testDatabase();

async function value(expression: string): Promise<unknown> {
  const { rows } = await sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(db);
  return rows[0]?.value;
}

test.each([
  ["date '2026-03-01'", '2026-03-01'],
  ["array[date '2026-03-01', null]", ['2026-03-01', null]],
  ["timestamptz '2026-03-01 10:00:00.25+03'", '2026-03-01T07:00:00.250Z'],
  ["array[timestamptz '2026-03-01 10:00+03']", ['2026-03-01T07:00:00.000Z']],
  ['9007199254740991::int8', Number.MAX_SAFE_INTEGER],
  ['array[1::int8, 2::int8]', [1, 2]],
  ['1.50::numeric', '1.50'],
  [`'{"snake_case": {"inner_key": 1}}'::jsonb`, { snake_case: { inner_key: 1 } }],
  ["lower('ЁЛКА')", 'ёлка'],
  ["'Ёлкин' ilike 'ёлк%'", true],
  ["current_setting('data_checksums')", 'on'],
  ["current_setting('statement_timeout')", '10s'],
  ["current_setting('lock_timeout')", '3s'],
  ["current_setting('idle_in_transaction_session_timeout')", '15s'],
  ["current_setting('application_name')", 'ryadom'],
])('reads %s', async (expression, expected) => {
  expect(await value(expression)).toEqual(expected);
});

test('orders Russian names as a dictionary does', async () => {
  const names = sql<{
    name: string;
  }>`select name from unnest(${['Жуков', 'еремин', 'Ёлкин', 'Егоров']}::text[]) as t(name) order by name`;
  const { rows } = await names.execute(db);
  expect(rows.map(({ name }) => name)).toEqual(['Егоров', 'Ёлкин', 'еремин', 'Жуков']);
});

test('refuses an int8 that a number cannot hold exactly', async () => {
  await expect(value('9007199254740993::int8')).rejects.toThrow(RangeError);
});

test('goes on after the server cut its idle connections', async () => {
  await value('1');
  await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
    db,
  );
  expect(await value('2')).toBe(2);
});
