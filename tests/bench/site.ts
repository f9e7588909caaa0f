import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_PASSWORD } from '#app/demo/open-demonstration.server.ts';
import { createDatabase, databaseUrl } from '#db/database.ts';
import { type Program, startProgram } from '#tests/support/program.ts';
import { startThrowAwayCluster } from '#tests/support/throw-away-cluster.ts';

/** The built program on the demonstration region, and its database. */
export interface BenchSite {
  program: Program;
  adminUrl: string;
  databaseUrl: string;
  logFile: string;
  /** A signed-in cookie of a role of the demonstration. */
  cookieOf(role: string): Promise<string>;
  stop(): Promise<void>;
}

/** Starts a throw-away database and the built program, filled with the demonstration region. */
export async function openSite(): Promise<BenchSite> {
  const out = join(import.meta.dirname, '../.out');
  mkdirSync(out, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'ryadom-bench-'));
  const cluster = await startThrowAwayCluster();
  const url = databaseUrl(cluster.adminUrl, 'bench');
  await createDatabase(cluster.adminUrl, 'bench', cluster.template);
  const logFile = join(out, 'bench.log');
  const program = await startProgram({ DATABASE_URL: url, DATA_DIR: dataDir }, { flags: ['--demo'], logFile });
  return {
    program,
    adminUrl: cluster.adminUrl,
    databaseUrl: url,
    logFile,
    cookieOf: (role) => signIn(program.origin, `${role}@demo.ryadom`),
    stop: async () => {
      await program.stop();
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Signs in over HTTP and gives the session's cookie. Throws when refused. */
export async function signIn(origin: string, login: string): Promise<string> {
  const response = await fetch(`${origin}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { Origin: origin, 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ login, password: DEMO_PASSWORD }),
  });
  const cookie = response.headers.getSetCookie().find((line) => line.startsWith('ryadom='));
  if (response.status !== 303 || !cookie) throw new Error(`could not sign in as ${login}: ${response.status}`);
  return cookie.split(';')[0] ?? '';
}

/** The first address on a page that fits the pattern. Throws when there is none. */
export async function firstLink(origin: string, path: string, cookie: string, pattern: RegExp): Promise<string> {
  const html = await (await fetch(`${origin}${path}`, { headers: { Cookie: cookie } })).text();
  const found = pattern.exec(html)?.[1];
  if (!found) throw new Error(`no link like ${pattern} on ${path}`);
  return found;
}
