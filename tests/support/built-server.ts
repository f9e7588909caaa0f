import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { createDatabase, databaseUrl } from '#db/database.ts';
import { startProgram } from './program.ts';
import { startThrowAwayCluster } from './throw-away-cluster.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built program, serving the demonstration region. */
    siteUrl: string;
    /** Address of that program's database. */
    siteDatabaseUrl: string;
  }
}

const root = join(import.meta.dirname, '../..');
const databaseName = 'site';

/** Builds when needed, starts the built program once with the demonstration region, and removes it all at the end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const built = spawnSync(process.execPath, [join(root, 'build.mjs'), '--if-needed'], { cwd: root, stdio: 'inherit' });
  if (built.status !== 0) throw new Error('the build failed');
  const out = join(root, 'tests/.out');
  mkdirSync(out, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'ryadom-site-'));
  const cluster = await startThrowAwayCluster();
  try {
    const url = databaseUrl(cluster.adminUrl, databaseName);
    await createDatabase(cluster.adminUrl, databaseName, cluster.template);
    const environment = { DATABASE_URL: url, DATA_DIR: dataDir };
    const program = await startProgram(environment, { flags: ['--demo'], logFile: join(out, 'server.log') });
    project.provide('adminUrl', cluster.adminUrl);
    project.provide('template', cluster.template);
    project.provide('siteUrl', program.origin);
    project.provide('siteDatabaseUrl', url);
    return async () => {
      await program.stop();
      await cluster.stop();
      rmSync(dataDir, { recursive: true, force: true });
    };
  } catch (error) {
    await cluster.stop();
    throw error;
  }
}
