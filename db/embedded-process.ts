import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, readlinkSync, renameSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Binaries } from './embedded-binaries.ts';
import { isProcessAlive } from './embedded-lock.ts';
import { type Owner, runAs } from './embedded-owner.ts';

/** What a server process is started with. */
export type ServerOptions = {
  binaries: Binaries;
  owner: Owner;
  /** The cluster's folder as it really is, without links. */
  clusterDir: string;
  port: number;
  logFile: string;
  /** Throw-away clusters give up safety for speed; everything else keeps fsync. */
  throwAway: boolean;
};

/** The environment PostgreSQL's programs run in: the caller's language and PG… settings must not leak into it. */
export const quietEnvironment = {
  PATH: process.env.PATH ?? '',
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: 'production',
} as const;

const logLimitBytes = 10_000_000;
const readyWithinMs = 600_000;

/**
 * Starts the server and resolves when it takes connections. Resolves null when it ended instead (the log says why).
 * A recovery after a crash may take minutes: as long as the process lives it is waited for.
 */
export async function spawnServer(options: ServerOptions): Promise<ChildProcess | null> {
  rotate(options.logFile);
  const log = openSync(options.logFile, 'a', 0o600);
  // Its own session: Ctrl+C in the terminal must reach the program only, which then stops the database in order.
  const child = spawn(options.binaries.postgres, serverArguments(options), {
    ...runAs(options.owner),
    cwd: options.clusterDir,
    env: quietEnvironment,
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  for (const until = Date.now() + readyWithinMs; Date.now() < until && !ended; await pause(15)) {
    const pidFile = readPidFile(options.clusterDir);
    if (pidFile?.pid === child.pid && pidFile?.isReady) return child;
  }
  if (!ended) child.kill('SIGQUIT');
  return null;
}

/**
 * Stops the server left in `clusterDir` by a program that was killed. Returns the number of the process that would not
 * stop, or null when the folder is free.
 */
export async function stopLeftover(clusterDir: string): Promise<number | null> {
  const pid = readPidFile(clusterDir)?.pid;
  if (pid === undefined || !isProcessAlive(pid)) return null;
  if (!serves(pid, clusterDir)) {
    // The number belongs to another program by now; PostgreSQL would refuse to start over it.
    rmSync(join(clusterDir, 'postmaster.pid'), { force: true });
    return null;
  }
  return (await stopProcess(pid)) ? null : pid;
}

/** Stops a server: sessions are cut, data written; a server that hangs is told to stop at once and recovers later. */
export async function stopProcess(pid: number): Promise<boolean> {
  for (const [signal, withinMs] of [
    ['SIGINT', 10_000],
    ['SIGQUIT', 5_000],
  ] as const) {
    if (!told(pid, signal)) return !isProcessAlive(pid);
    // A frozen process answers only after it goes on.
    told(pid, 'SIGCONT');
    for (const until = Date.now() + withinMs; Date.now() < until; await pause(15)) {
      if (!isProcessAlive(pid)) return true;
    }
  }
  return false;
}

/** A port of this machine nobody listens on, `preferred` when it is one. */
export async function freePort(preferred = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (preferred === 0 ? reject(error) : resolve(freePort())));
    probe.listen({ host: '127.0.0.1', port: preferred, exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : preferred));
    });
  });
}

function serverArguments({ clusterDir, port, throwAway }: ServerOptions): string[] {
  const settings = [
    'listen_addresses=127.0.0.1',
    `port=${port}`,
    'unix_socket_directories=',
    'shared_buffers=128MB',
    'max_connections=60',
    'jit=off',
    'timezone=UTC',
    'log_timezone=UTC',
    'log_checkpoints=off',
    ...(throwAway ? ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off'] : []),
  ];
  return ['-D', clusterDir, ...settings.flatMap((setting) => ['-c', setting])];
}

/** postmaster.pid: the process on line 1, its state on line 8. */
function readPidFile(clusterDir: string): { pid: number; isReady: boolean } | null {
  const file = join(clusterDir, 'postmaster.pid');
  if (!existsSync(file)) return null;
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number.parseInt(lines[0] ?? '', 10);
    return Number.isInteger(pid) && pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : null;
  } catch {
    return null;
  }
}

// A server always works in its cluster's folder. Where the system does not tell, the pid file is believed.
function serves(pid: number, clusterDir: string): boolean {
  if (process.platform !== 'linux') return true;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
  } catch {
    return readFileSync(`/proc/${pid}/comm`, 'utf8').trim() === 'postgres';
  }
}

function told(pid: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}

function rotate(logFile: string): void {
  if ((statSync(logFile, { throwIfNoEntry: false })?.size ?? 0) > logLimitBytes) renameSync(logFile, `${logFile}.1`);
}
