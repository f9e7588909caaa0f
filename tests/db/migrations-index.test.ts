import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '#db/migrations/index.ts';

const files = readdirSync(join(import.meta.dirname, '../../db/migrations'))
  .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();

test('lists every migration file, in order', () => {
  expect(Object.keys(migrations)).toEqual(files);
  expect(files.length).toBeGreaterThan(0);
});

test.each(files)('%s is named by moment, table and verb, and only goes up', (name) => {
  expect(name).toMatch(/^20\d\d_\d\d_\d\d_\d{6}_[a-z]+(_[a-z]+)+$/);
  expect(Object.keys(migrations[name] ?? {})).toEqual(['up']);
});
