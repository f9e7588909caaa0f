import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase } from './database.ts';
import { embeddedText } from './embedded.text.ts';
import { findBinaries } from './embedded-binaries.ts';
import {
  type Cluster,
  clusterPath,
  clusterUser,
  createCluster,
  openCluster,
  saveSettings,
} from './embedded-cluster.ts';
import { copyCluster } from './embedded-copies.ts';
import { takeLock } from './embedded-lock.ts';
import { chooseOwner } from './embedded-owner.ts';
import { freePort, type ServerOptions, spawnServer, stopLeftover, stopProcess } from './embedded-process.ts';
import { StartRefused } from './start-refused.ts';

/** A running built-in PostgreSQL: the address of the program's database, and how to stop the server in order. */
export type Embedded = { url: string; stop: () => Promise<void> };

/** Which folder, who hears what happens, and whether the data may be lost (tests only). */
export type EmbeddedOptions = {
  dataDir: string;
  /** Latest migration the program knows: a cluster opened by another program before is copied first. None, no copy. */
  schema?: string;
  /** Told plain Russian sentences for the operator. */
  say?: (sentence: string) => void;
  /** Told English lines for the log. */
  log?: (line: string) => void;
  throwAway?: boolean;
};

const databaseName = 'ryadom';
const portAttempts = 3;

/**
 * Starts the PostgreSQL that came with the program in `dataDir`, creating it the first time. One program to a folder: a
 * lock file names its holder. A server left by a killed program is stopped first; one that dies later is started again.
 * Throws StartRefused with one sentence; nothing is left running then.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const dataDir = writableFolder(options.dataDir);
  const taken = takeLock(join(dataDir, 'ryadom.lock'));
  if ('holder' in taken) {
    throw new StartRefused(embeddedText.alreadyRunning(dataDir, taken.holder.pid, taken.holder.since));
  }
  try {
    const { url, stop } = await startCluster(dataDir, options);
    return { url, stop: () => stop().finally(taken.lock.release) };
  } catch (error) {
    taken.lock.release();
    throw error;
  }
}

async function startCluster(dataDir: string, options: EmbeddedOptions): Promise<Embedded> {
  const { say = () => undefined, log = () => undefined, throwAway = false } = options;
  const owner = chooseOwner(clusterPath(dataDir));
  const binaries = findBinaries(owner, dataDir);
  // A link that leads nowhere is a lost cluster, not a missing one.
  const isThere = lstatSync(clusterPath(dataDir), { throwIfNoEntry: false }) !== undefined;
  const cluster = isThere
    ? openCluster(dataDir, binaries)
    : createCluster(dataDir, { binaries, owner, throwAway, say });
  const leftover = await stopLeftover(cluster.dir);
  if (leftover !== null) throw new StartRefused(embeddedText.leftover(leftover));
  if (options.schema !== undefined) noteSchema(dataDir, { cluster, isThere, schema: options.schema, say });
  const logFile = join(dataDir, 'postgres.log');
  const server = { binaries, owner, clusterDir: cluster.dir, logFile, throwAway };
  const running = await startOnFreePort(dataDir, cluster, server);
  const stop = keepRunning(running, log);
  const admin = `postgres://${clusterUser}:${cluster.settings.password}@127.0.0.1:${running.options.port}/postgres`;
  await createDatabase(admin, databaseName);
  return { url: admin.replace(/postgres$/, databaseName), stop };
}

// Noted before the tables change: if they cannot, all is as it was, and the copy made of it stays good.
function noteSchema(
  dataDir: string,
  opened: { cluster: Cluster; isThere: boolean; schema: string; say: (sentence: string) => void },
): void {
  const { cluster, isThere, schema, say } = opened;
  if (cluster.settings.schema === schema) return;
  if (isThere) say(embeddedText.copied(copyCluster(cluster.dir, schema)));
  cluster.settings.schema = schema;
  saveSettings(dataDir, cluster.settings);
}

type Running = { options: ServerOptions; child: NonNullable<Awaited<ReturnType<typeof spawnServer>>> };

// Between finding a port free and taking it somebody else may take it: another one is tried then.
async function startOnFreePort(
  dataDir: string,
  cluster: Cluster,
  server: Omit<ServerOptions, 'port'>,
): Promise<Running> {
  let port = await freePort(cluster.settings.port);
  for (let attempt = 1; attempt <= portAttempts; attempt += 1) {
    const child = await spawnServer({ ...server, port });
    if (child) {
      saveSettings(dataDir, { ...cluster.settings, port });
      return { options: { ...server, port }, child };
    }
    port = await freePort();
  }
  throw new StartRefused(embeddedText.didNotStart(server.logFile));
}

/** Watches the server and starts it again when it ends by itself; returns how to stop it. */
function keepRunning(first: Running, log: (line: string) => void): () => Promise<void> {
  let child: Running['child'] | null = null;
  let isStopping = false;
  const watch = (next: Running['child']) => {
    child = next;
    next.once('exit', () => void restart());
  };
  const restart = async () => {
    while (!isStopping) {
      log('embedded PostgreSQL ended by itself, starting it again');
      await pause(500);
      const again = isStopping ? null : await spawnServer(first.options);
      if (again) return watch(again);
    }
  };
  watch(first.child);
  return async () => {
    isStopping = true;
    if (child?.pid !== undefined) await stopProcess(child.pid);
  };
}

function writableFolder(folder: string): string {
  try {
    makeFolder(folder);
    const probe = join(folder, `probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
    return realpathSync(folder);
  } catch (cause) {
    throw new StartRefused(embeddedText.folderNotWritable(folder), { cause });
  }
}

// Node's own recursive way goes round for ever where a folder's absence is not the reason (below /proc).
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (!existsSync(dirname(folder))) makeFolder(dirname(folder));
  mkdirSync(folder);
}
