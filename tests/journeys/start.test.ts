import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { closeDatabase, createDatabase, databaseUrl, dropDatabase, openPlainDatabase } from '#db/database.ts';
import { isProcessAlive } from '#db/embedded-lock.ts';
import { migrate } from '#db/migrate.ts';
import { type Program, startProgram } from '#tests/support/program.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;
let programs: Program[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ryadom-start-'));
  chmodSync(folder, 0o755);
  programs = [];
});

afterEach(async () => {
  for (const program of programs) await program.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function start(): Promise<Program> {
  const program = await startProgram({ DATA_DIR: join(folder, 'data') }, { logFile: join(folder, 'log') });
  programs.push(program);
  return program;
}

function postmasterOf(place: string): number {
  return Number.parseInt(readFileSync(join(place, 'data/postgres/postmaster.pid'), 'utf8'), 10);
}

/** Starts the program expecting a refusal: its exit code, what it said, how long it took. */
async function refusedStart(environment: Record<string, string>) {
  const began = Date.now();
  const child: ChildProcess = spawn(process.execPath, [join(root, 'build/server.js')], {
    cwd: root,
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      DATA_DIR: join(folder, 'data'),
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  const [code] = await once(child, 'close');
  return { code, said: Buffer.concat(said).toString().trim(), ms: Date.now() - began };
}

test('starts with nothing but a folder, stops in order and starts again within three seconds', async () => {
  const first = await start();
  expect((await fetch(`${first.origin}/health`)).status).toBe(200);
  expect(await first.stop()).toBe(0);
  const began = Date.now();
  const second = await start();
  expect((await fetch(second.origin, { redirect: 'manual' })).status).toBeLessThan(400);
  expect(Date.now() - began).toBeLessThan(3_000);
  expect(readFileSync(join(folder, 'log'), 'utf8')).toContain(`«Рядом» открывается по адресу ${second.origin}`);
});

test('told to stop twice at once, as npm does on Ctrl+C, still stops in order', async () => {
  const program = await start();
  const postmaster = postmasterOf(folder);
  program.child.kill('SIGINT');
  program.child.kill('SIGINT');
  await once(program.child, 'exit');
  expect(program.child.exitCode).toBe(0);
  expect(isProcessAlive(postmaster)).toBe(false);
});

test('a second program on the same folder refuses within three seconds and names the first', async () => {
  const first = await start();
  const refused = await refusedStart({ PORT: '0' });
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(`процесс ${first.child.pid}`) });
  expect(refused.said.split('\n')).toHaveLength(1);
  expect(refused.ms).toBeLessThan(3_000);
  expect((await fetch(`${first.origin}/ready`)).status).toBe(200);
});

test('after kill -9 the next start takes the folder over', async () => {
  const first = await start();
  const postmaster = postmasterOf(folder);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  const second = await start();
  expect((await fetch(`${second.origin}/ready`)).status).toBe(200);
  expect(isProcessAlive(postmaster)).toBe(false);
});

test('a taken port is one sentence, and the database it had started is stopped', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await once(squatter, 'listening');
  const address = squatter.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const refused = await refusedStart({ PORT: String(port) });
  squatter.close();
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining(`Порт ${port} на 127.0.0.1 уже занят`) });
  expect(refused.said.split('\n')).toHaveLength(1);
  expect((await start()).child.exitCode).toBeNull();
});

test('a folder that cannot be written is one sentence', async () => {
  writeFileSync(join(folder, 'data'), '');
  const refused = await refusedStart({ PORT: '0' });
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Не получается записать в папку данных') });
  expect(refused.said.split('\n')).toHaveLength(1);
});

test('a database that does not answer is one sentence without its password', async () => {
  const refused = await refusedStart({ PORT: '0', DATABASE_URL: 'postgres://user:secret@127.0.0.1:1/school' });
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('127.0.0.1:1/school') });
  expect(refused.said).not.toContain('secret');
});

test('a database newer than the program is one sentence and stays as it was', async () => {
  const adminUrl = inject('adminUrl');
  await createDatabase(adminUrl, 'newer', inject('template'));
  const url = databaseUrl(adminUrl, 'newer');
  const db = openPlainDatabase({ url, max: 1 });
  await sql`insert into kysely_migration (name, timestamp) values ('2999_01_01_000000_future_create', '2999')`.execute(
    db,
  );
  await closeDatabase(db);
  const refused = await refusedStart({ PORT: '0', DATABASE_URL: url });
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('2999_01_01_000000_future_create') });
  expect(refused.said.split('\n')).toHaveLength(1);
  await expect(migrate(url)).rejects.toThrow('2999_01_01_000000_future_create');
  await dropDatabase(adminUrl, 'newer');
});

test('files are kept for a year, pages never', async () => {
  const siteUrl = inject('siteUrl');
  const page = await fetch(siteUrl);
  const html = await page.text();
  const stylesheet = /href="(\/assets\/styles-[^"]+\.css)"/.exec(html)?.[1];
  const file = await fetch(`${siteUrl}${stylesheet}`);
  expect(file.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(page.headers.get('cache-control')).toBe('no-store');
  expect(html).not.toContain('__remixContext');
});

test('doors of the framework that pages do not need are shut', async () => {
  const siteUrl = inject('siteUrl');
  const statuses = ['/?_data=root', '/_root.data', '/__manifest?p=%2F'].map(
    async (path) => (await fetch(siteUrl + path)).status,
  );
  expect(await Promise.all(statuses)).toEqual([404, 404, 404]);
  const foreign = await fetch(`${siteUrl}/sign-in`, {
    method: 'POST',
    headers: { Origin: 'http://evil.example', 'X-Forwarded-Host': 'evil.example' },
    body: new URLSearchParams({ a: '1' }),
  });
  expect(foreign.status).toBe(403);
});
