import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { embeddedText } from './embedded.text.ts';
import { StartRefused } from './start-refused.ts';

/** So many copies are kept beside a cluster; older ones are removed when a new one is whole. */
export const COPIES_KEPT = 3;

const draftName = 'unfinished';

/**
 * Copies a cluster that is not running to `copies/TIME-before-SCHEMA` beside it and returns the copy's place: a whole
 * cluster, which in place of the present one is the database as it was. A copy cut short is never taken for a whole one.
 * Throws StartRefused, with the cluster untouched, when there is no room.
 */
export function copyCluster(clusterDir: string, schema: string): string {
  const folder = join(dirname(clusterDir), 'copies');
  const draft = join(folder, draftName);
  const name = `${new Date().toISOString().slice(0, 23).replaceAll(':', '-')}-before-${schema}`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    rmSync(draft, { recursive: true, force: true });
    copyAll(clusterDir, draft);
    rmSync(join(draft, 'postmaster.pid'), { force: true });
    rmSync(join(folder, name), { recursive: true, force: true });
    renameSync(draft, join(folder, name));
  } catch (cause) {
    if (existsSync(draft)) rmSync(draft, { recursive: true, force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartRefused(embeddedText.noCopy(folder, reason), { cause });
  }
  const whole = readdirSync(folder).sort();
  for (const old of whole.slice(0, -COPIES_KEPT)) rmSync(join(folder, old), { recursive: true, force: true });
  return join(folder, name);
}

// The system's own cp keeps the owner, which PostgreSQL insists upon, and shares blocks where the disk can.
function copyAll(from: string, to: string): void {
  if (process.platform === 'win32') {
    cpSync(from, to, { recursive: true, preserveTimestamps: true });
    return;
  }
  const copied = spawnSync('cp', ['-a', '--', from, to], { encoding: 'utf8' });
  if (copied.status !== 0) throw new Error(copied.error?.message ?? copied.stderr.trim().split('\n').at(-1));
  spawnSync('sync');
}
