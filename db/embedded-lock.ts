import { spawnSync } from 'node:child_process';
import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/** Who holds a data folder: the process, when that process began (so a reused number is not mistaken for it), since when. */
export type LockHolder = { pid: number; began: string; since: string };

/** A held lock; `release` gives the folder back. */
export type Lock = { release: () => void };

/**
 * Takes the lock `file` for this process, at once and atomically. Returns the holder instead when a living process has it.
 * Stale only when the holder's process is gone: never by age, a frozen program still owns its folder.
 */
export function takeLock(file: string): { lock: Lock } | { holder: LockHolder } {
  const mine = JSON.stringify({ pid: process.pid, began: processBegan(process.pid), since: new Date().toISOString() });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, mine, { mode: 0o644 });
  try {
    for (;;) {
      if (linked(draft, file)) return { lock: { release: () => releaseIfMine(file, mine) } };
      const holder = readHolder(file);
      if (holder && isAlive(holder)) return { holder };
      setStaleAside(file);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Whether process `pid` runs (a dead one nobody has buried yet does not). */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
  const state = linuxStat(pid)?.[0];
  return state !== 'Z' && state !== 'X';
}

/** When process `pid` began, in the system's own words; empty when the system does not say. */
export function processBegan(pid: number): string {
  const ticks = linuxStat(pid)?.[19];
  if (ticks !== undefined || process.platform === 'win32') return ticks ?? '';
  return spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Whether `error` is a system error with this code. */
export function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}

function linked(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  }
}

// Between reading and renaming somebody else may have taken the lock: what was set aside is looked at again and put back.
function setStaleAside(file: string): void {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return;
    throw error;
  }
  const holder = readHolder(aside);
  if (holder && isAlive(holder)) linked(aside, file);
  rmSync(aside, { force: true });
}

function readHolder(file: string): LockHolder | null {
  try {
    const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof read !== 'object' || read === null) return null;
    const { pid, began, since } = { pid: 0, began: '', since: '', ...read };
    return typeof pid === 'number' && pid > 0 ? { pid, began: String(began), since: String(since) } : null;
  } catch {
    return null;
  }
}

function isAlive(holder: LockHolder): boolean {
  return isProcessAlive(holder.pid) && processBegan(holder.pid) === holder.began;
}

function releaseIfMine(file: string, mine: string): void {
  if (existsSync(file) && readFileSync(file, 'utf8') === mine) rmSync(file, { force: true });
}

/** The fields of /proc/<pid>/stat after the process's name (which may hold spaces): state first, start ticks at 19. */
function linuxStat(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}
