import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { closeDatabase, openPlainDatabase } from '#db/database.ts';
import { type Embedded, type EmbeddedOptions, startEmbedded } from '#db/embedded.ts';
import { COPIES_KEPT, copyCluster } from '#db/embedded-copies.ts';
import { isProcessAlive } from '#db/embedded-lock.ts';
import { StartRefused } from '#db/start-refused.ts';

let parent: string;
let dataDir: string;
let running: Embedded[];

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'ryadom-embedded-'));
  chmodSync(parent, 0o755);
  dataDir = join(parent, 'data');
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(parent, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<Embedded> {
  const server = await startEmbedded({ dataDir, throwAway: true, ...options });
  running.push(server);
  return server;
}

async function query<Row>(url: string, statement: string): Promise<Row[]> {
  const db = openPlainDatabase({ url, max: 1 });
  try {
    return (await sql<Row>`${sql.raw(statement)}`.execute(db)).rows;
  } finally {
    await closeDatabase(db);
  }
}

function postmaster(): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10);
}

test('keeps what was written over a stop and a start, with safe settings', async () => {
  const first = await start({ throwAway: false });
  await query(first.url, 'create table kept as select 7 as value');
  await first.stop();
  const second = await start({ throwAway: false });
  expect(await query(second.url, 'select value from kept')).toEqual([{ value: 7 }]);
  expect(
    await query(second.url, "select current_setting('fsync') as fsync, current_setting('data_checksums') as sums"),
  ).toEqual([{ fsync: 'on', sums: 'on' }]);
});

test('refuses a second program on the same folder within three seconds and names the first', async () => {
  await start();
  const began = Date.now();
  const refusal = await start().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefused);
  expect(String(refusal)).toContain(`процесс ${process.pid}`);
  expect(Date.now() - began).toBeLessThan(3_000);
});

test('stops the server a killed program left and starts with its data', async () => {
  const child = fork(join(import.meta.dirname, '../support/embedded-child.ts'), [dataDir], {
    execArgv: ['--import', 'tsx'],
  });
  const [url] = await once(child, 'message');
  await query(String(url), 'create table kept as select 8 as value');
  const leftover = postmaster();
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(isProcessAlive(leftover)).toBe(true);
  const server = await start();
  expect(isProcessAlive(leftover)).toBe(false);
  expect(await query(server.url, 'select value from kept')).toEqual([{ value: 8 }]);
});

test('starts the server again when it ends by itself', async () => {
  const { url } = await start();
  const first = postmaster();
  process.kill(first, 'SIGQUIT');
  await vi.waitFor(() => expect(postmaster()).not.toBe(first), { timeout: 10_000 });
  await vi.waitFor(async () => expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]), { timeout: 10_000 });
});

test('takes another port when the remembered one is taken', async () => {
  const first = await start();
  await first.stop();
  const { createServer } = await import('node:net');
  const squatter = createServer().listen(Number(new URL(first.url).port), '127.0.0.1');
  await once(squatter, 'listening');
  const second = await start();
  squatter.close();
  expect(new URL(second.url).port).not.toBe(new URL(first.url).port);
  expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('works in a folder other users cannot enter', async () => {
  chmodSync(parent, 0o700);
  const said: string[] = [];
  const { url, stop } = await start({ say: (sentence) => said.push(sentence) });
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
  await stop();
  const cluster = realpathSync(join(dataDir, 'postgres'));
  const isMoved = !cluster.startsWith(realpathSync(parent));
  expect(said.map((sentence) => sentence.includes(dirname(cluster)))).toEqual(isMoved ? [true] : []);
  expect(isMoved).toBe(process.getuid?.() === 0);
  if (isMoved) rmSync(dirname(cluster), { recursive: true, force: true });
});

test('does not take a creation cut short for a cluster', async () => {
  mkdirSync(join(dataDir, 'postgres.new', 'base'), { recursive: true });
  writeFileSync(join(dataDir, 'postgres.new', 'PG_VERSION'), '18\n');
  const { url } = await start();
  expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }]);
});

test('is copied before another program changes its tables, and the copy in its place is the database as it was', async () => {
  const said: string[] = [];
  const open = (schema: string) => start({ schema, say: (sentence) => said.push(sentence) });
  const first = await open('one');
  await query(first.url, 'create table kept as select 9 as value');
  await first.stop();
  await (await open('one')).stop();
  expect(said.filter((sentence) => sentence.includes('копия'))).toEqual([]);
  const updated = await open('two');
  await query(updated.url, 'drop table kept');
  await updated.stop();
  const cluster = realpathSync(join(dataDir, 'postgres'));
  const [copy = ''] = readdirSync(join(dirname(cluster), 'copies'));
  expect(said.at(-1)).toContain(copy);
  rmSync(cluster, { recursive: true });
  renameSync(join(dirname(cluster), 'copies', copy), cluster);
  const back = await start();
  expect(await query(back.url, 'select value from kept')).toEqual([{ value: 9 }]);
});

test('keeps three copies, and says what to do when there is no room for one', () => {
  const cluster = join(parent, 'postgres');
  mkdirSync(cluster);
  writeFileSync(join(cluster, 'PG_VERSION'), '18\n');
  for (const schema of ['one', 'two', 'three', 'four']) copyCluster(cluster, schema);
  const kept = readdirSync(join(parent, 'copies'));
  expect(kept.map((name) => name.split('-before-')[1]).sort()).toEqual(['four', 'three', 'two']);
  expect(kept).toHaveLength(COPIES_KEPT);
  rmSync(join(parent, 'copies'), { recursive: true });
  writeFileSync(join(parent, 'copies'), '');
  expect(() => copyCluster(cluster, 'five')).toThrow('освободите место');
  expect(readdirSync(cluster)).toEqual(['PG_VERSION']);
});

test('lets nobody in without the password', async () => {
  const { url } = await start();
  const wrong = new URL(url);
  wrong.password = 'guess';
  await expect(query(wrong.href, 'select 1')).rejects.toThrow('password authentication failed');
});

function moveToProc(): void {
  dataDir = '/proc/ryadom/data';
}

test.each([
  ['a folder that cannot be written', () => writeFileSync(dataDir, ''), 'Не получается записать в папку данных'],
  ['a folder that cannot be made', moveToProc, 'Не получается записать'],
  [
    'a cluster of another version',
    () => writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '15\n'),
    'PostgreSQL 15',
  ],
  ['a lost password', () => rmSync(join(dataDir, 'postgres.json')), 'пропал или повреждён'],
])('refuses %s with one sentence and leaves nothing running', async (name, spoil, sentence) => {
  if (!name.startsWith('a folder')) await (await start()).stop();
  spoil();
  const refusal = await start().catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(StartRefused);
  expect(String(refusal)).toContain(sentence);
});
