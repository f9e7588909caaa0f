import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { databaseUrl } from '#db/database.ts';
import { startEmbedded } from '#db/embedded.ts';
import { isProcessAlive } from '#db/embedded-lock.ts';
import { migrate } from '#db/migrate.ts';

/** A PostgreSQL server for one test run: its admin address and the name of a migrated database to copy. */
export type ThrowAwayCluster = { adminUrl: string; template: string; stop: () => Promise<void> };

const prefix = 'ryadom-test-pg-';

/** Starts a server in a temporary folder, migrates a template database in it; `stop` removes all of it. */
export async function startThrowAwayCluster(): Promise<ThrowAwayCluster> {
  sweepAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // The server runs as a user of its own, who must be able to enter.
  chmodSync(dataDir, 0o755);
  const server = await startEmbedded({ dataDir, throwAway: true });
  const stop = async () => {
    await server.stop();
    removeCluster(dataDir);
  };
  try {
    await migrate(server.url);
    return { adminUrl: databaseUrl(server.url, 'postgres'), template: 'ryadom', stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

// A run that was killed leaves its server running: it is ended by the process number in its own folder.
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = name.startsWith(prefix) ? Number.parseInt(name.slice(prefix.length), 10) : Number.NaN;
    if (Number.isNaN(owner) || isProcessAlive(owner)) continue;
    const dataDir = join(tmpdir(), name);
    try {
      process.kill(Number.parseInt(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8'), 10), 'SIGQUIT');
    } catch {
      // It ended by itself, or never began.
    }
    removeCluster(dataDir);
  }
}

// Below a closed temporary folder the cluster lies elsewhere, behind a link.
function removeCluster(dataDir: string): void {
  const cluster = join(dataDir, 'postgres');
  if (existsSync(cluster)) rmSync(dirname(realpathSync(cluster)), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
