import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { embeddedText } from './embedded.text.ts';
import { StartRefused } from './start-refused.ts';

/** The system user PostgreSQL runs as; null: the one who started the program. PostgreSQL never runs as root. */
export type Owner = { uid: number; gid: number } | null;

const serviceUser = 'postgres';

/**
 * Chooses that user for the cluster in `clusterDir`: its present owner when it exists, else the user `postgres`, made
 * when missing, else `nobody`. Throws StartRefused when root finds nobody to run it.
 */
export function chooseOwner(clusterDir: string): Owner {
  if (process.getuid?.() !== 0) return null;
  const present = statSync(clusterDir, { throwIfNoEntry: false });
  if (present && present.uid !== 0) return { uid: present.uid, gid: present.gid };
  const owner = findUser(serviceUser) ?? makeUser(serviceUser) ?? findUser('nobody');
  if (!owner) throw new StartRefused(embeddedText.cannotRun('no unprivileged user'));
  return owner;
}

/** Whether `owner` can enter `folder`. Asked of the system itself: rights may come from more than the mode bits. */
export function canEnter(owner: Owner, folder: string): boolean {
  const asked = spawnSync('/bin/sh', ['-c', 'cd -- "$0"', folder], { ...runAs(owner), cwd: '/', stdio: 'ignore' });
  return asked.status === 0;
}

/** The part of spawn's options that makes a process run as `owner`. */
export function runAs(owner: Owner): { uid?: number; gid?: number } {
  return owner ?? {};
}

function findUser(name: string): Owner {
  const uid = Number.parseInt(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout ?? '', 10);
  const gid = Number.parseInt(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout ?? '', 10);
  return Number.isInteger(uid) && Number.isInteger(gid) && uid !== 0 ? { uid, gid } : null;
}

function makeUser(name: string): Owner {
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', name]);
  return findUser(name);
}
