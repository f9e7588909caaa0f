import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isProcessAlive, processBegan, takeLock } from '#db/embedded-lock.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ryadom-lock-'));
  file = join(folder, 'ryadom.lock');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('holds the folder until released and leaves no files behind', () => {
  const first = takeLock(file);
  expect(takeLock(file)).toMatchObject({ holder: { pid: process.pid } });
  if ('lock' in first) first.lock.release();
  expect(readdirSync(folder)).toEqual([]);
  expect(takeLock(file)).toHaveProperty('lock');
});

test.each([
  ['a process that is gone', { pid: 2 ** 22 + 1, began: '1', since: '' }],
  ['a process number used again by another', { pid: process.pid, began: 'another time', since: '' }],
  ['a file cut short', null],
])('takes over the lock of %s', (_, holder) => {
  writeFileSync(file, holder ? JSON.stringify(holder) : '{"pid":');
  expect(takeLock(file)).toHaveProperty('lock');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ pid: process.pid, began: processBegan(process.pid) });
});

test('does not give back a lock that became somebody else’s', () => {
  const mine = takeLock(file);
  writeFileSync(file, 'theirs');
  if ('lock' in mine) mine.lock.release();
  expect(readFileSync(file, 'utf8')).toBe('theirs');
});

test('knows a living process from a missing one', () => {
  expect([isProcessAlive(process.pid), isProcessAlive(2 ** 22 + 1)]).toEqual([true, false]);
});
