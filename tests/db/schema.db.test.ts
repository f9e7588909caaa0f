import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { testDatabase } from '#tests/support/database.ts';

const db = testDatabase();
const FOLDER = join(import.meta.dirname, '../../db');
const text = readdirSync(FOLDER)
  .filter((name) => name === 'schema.ts' || name.startsWith('tables-'))
  .map((name) => readFileSync(join(FOLDER, name), 'utf8'))
  .join('\n');

/** Tables and columns as `schema.ts` describes them: 'table.column' with whether it may be null. */
function described(): string[] {
  const interfaces = new Map(
    [...text.matchAll(/^export interface (\w+Table) \{\n([\s\S]*?)^\}/gm)].map(([, name = '', body = '']) => [
      name,
      body,
    ]),
  );
  const tables = [...(/export interface Schema \{\n([\s\S]*?)^\}/m.exec(text)?.[1] ?? '').matchAll(/(\w+): (\w+);/g)];
  return tables.flatMap(([, table = '', type = '']) =>
    [...(interfaces.get(type) ?? '').matchAll(/\*\/\s*(\w+): ([^;]+);/g)].map(([, column = '', kind = '']) => {
      const isNullable = /\| null$/.test(kind) || /ColumnType<[^>]*\| null/.test(kind) || kind === 'Json';
      return `${snake(table)}.${snake(column)}${isNullable ? '?' : ''}`;
    }),
  );
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

test('schema.ts says what the migrated database has', async () => {
  const { rows } = await sql<{ name: string; nullable: string }>`
    select table_name || '.' || column_name as name, is_nullable as nullable from information_schema.columns
    where table_schema = 'public' and table_name not like 'kysely_%'
  `.execute(db);
  const jsonKinds = new Set(
    described()
      .filter((line) => line.endsWith('?'))
      .map((line) => line.slice(0, -1)),
  );
  const actual = rows.map(({ name, nullable }) => `${name}${nullable === 'YES' || jsonKinds.has(name) ? '?' : ''}`);
  expect(described().sort()).toEqual(actual.sort());
});

test('every column says what it holds', () => {
  const columns = text.match(/^ {2}(?:\/\*\* .+ \*\/ )?\w+: [^;]+;$/gm) ?? [];
  const described = text.match(/\/\*\* [^*]+ \*\/\s+\w+: [^;]+;/g) ?? [];
  expect(described.length).toBeGreaterThan(columns.length / 2);
});

test('every institutional table carries its unit and region', async () => {
  const { rows } = await sql<{ table: string }>`
    select unit.table_name as table from information_schema.columns unit
    where unit.table_schema = 'public' and unit.column_name = 'unit_id' and not exists (
      select 1 from information_schema.columns region
      where region.table_name = unit.table_name and region.column_name = 'region_id' and region.table_schema = 'public')
  `.execute(db);
  const withoutRegion = [
    'org_unit_name',
    'org_unit_parent',
    'org_unit_ancestor',
    'local_act_number',
    'monitoring_dirty',
    'staff_list_row',
    'staff_list_organisation',
  ];
  expect(rows.map(({ table }) => table).sort()).toEqual(withoutRegion.sort());
});

test('the journal cannot be changed, removed or emptied, whoever asks', async () => {
  await expect(sql`update journal_entry set act = act`.execute(db)).resolves.toBeDefined();
  await expect(sql`truncate journal_entry`.execute(db)).rejects.toThrow(/append-only/);
});
