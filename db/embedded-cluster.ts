import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { embeddedText } from './embedded.text.ts';
import { type Binaries, sharedPlace } from './embedded-binaries.ts';
import { hasCode } from './embedded-lock.ts';
import { canEnter, type Owner, runAs } from './embedded-owner.ts';
import { quietEnvironment } from './embedded-process.ts';
import { StartRefused } from './start-refused.ts';

/** The one user of the built-in server; its password is random and kept beside the cluster. */
export const clusterUser = 'ryadom';

/**
 * How to reach the cluster: kept in a file only the program's user can read. `schema`: the latest migration of the
 * program that last opened it; null before such a note was kept.
 */
export type ClusterSettings = { port: number; password: string; schema: string | null };

/** A data folder's cluster: the folder as it really is, and its settings. */
export type Cluster = { dir: string; settings: ClusterSettings };

const localeFlags = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=ru', '--locale=C'];
// A libc name some systems lack; without it searching by likeness is weaker, the rest is the same.
const letterFlags = ['--lc-ctype=C.UTF-8'];

/** Where the cluster of `dataDir` lies (perhaps a link to a reachable place). */
export function clusterPath(dataDir: string): string {
  return join(dataDir, 'postgres');
}

/** Keeps `settings` for the next start. */
export function saveSettings(dataDir: string, settings: ClusterSettings): void {
  writeFileSync(settingsFile(dataDir), `${JSON.stringify(settings)}\n`, { mode: 0o600 });
  chmodSync(settingsFile(dataDir), 0o600);
}

/** Opens the cluster of `dataDir`. Throws StartRefused when its owner, version or password is not as needed. */
export function openCluster(dataDir: string, binaries: Binaries): Cluster {
  const path = clusterPath(dataDir);
  const version = readOwn(join(path, 'PG_VERSION'), dataDir).trim();
  if (version !== binaries.major) {
    throw new StartRefused(embeddedText.otherVersion(dataDir, version, binaries.major));
  }
  return { dir: realpathSync(path), settings: readSettings(dataDir) };
}

/**
 * Creates the cluster of `dataDir`: first beside, then renamed, so a creation cut short leaves nothing that looks whole.
 * When `owner` cannot enter `dataDir` the cluster lies in `sharedPlace`, a link stands here, and `say` is told.
 */
export function createCluster(
  dataDir: string,
  options: { binaries: Binaries; owner: Owner; throwAway: boolean; say: (sentence: string) => void },
): Cluster {
  const { binaries, owner, throwAway, say } = options;
  const place = owner && !canEnter(owner, dataDir) ? placeOutside(dataDir, say) : dataDir;
  const draft = join(place, 'postgres.new');
  rmSync(draft, { recursive: true, force: true });
  const settings = { port: 0, password: randomBytes(24).toString('base64url'), schema: null };
  const passwordFile = join(place, `password-${process.pid}`);
  try {
    mkdirSync(draft, { mode: 0o700 });
    writeFileSync(passwordFile, `${settings.password}\n`, { mode: 0o600 });
    if (owner) for (const path of [draft, passwordFile]) chownSync(path, owner.uid, owner.gid);
    initialise(binaries, owner, [
      `--pgdata=${draft}`,
      `--username=${clusterUser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--data-checksums',
      ...(throwAway ? ['--no-sync'] : []),
    ]);
    saveSettings(dataDir, settings);
    renameSync(draft, join(place, 'postgres'));
    if (place !== dataDir) symlinkSync(join(place, 'postgres'), clusterPath(dataDir));
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
  return { dir: realpathSync(clusterPath(dataDir)), settings };
}

function initialise(binaries: Binaries, owner: Owner, flags: string[]): void {
  const spawnOptions = { ...runAs(owner), cwd: '/', env: quietEnvironment, encoding: 'utf8' } as const;
  const full = spawnSync(binaries.initdb, [...flags, ...localeFlags, ...letterFlags], spawnOptions);
  if (full.status === 0) return;
  const plain = spawnSync(binaries.initdb, [...flags, ...localeFlags], spawnOptions);
  if (plain.status === 0) return;
  const reason = plain.error?.message ?? plain.stderr.trim().split('\n').at(-1) ?? '';
  throw new StartRefused(embeddedText.didNotCreate(reason), { cause: new Error(full.stderr) });
}

function placeOutside(dataDir: string, say: (sentence: string) => void): string {
  try {
    mkdirSync(sharedPlace, { recursive: true, mode: 0o755 });
    const place = mkdtempSync(join(sharedPlace, 'data-'));
    chmodSync(place, 0o755);
    say(embeddedText.movedAside(dataDir, place));
    return place;
  } catch (cause) {
    throw new StartRefused(embeddedText.folderNotWritable(sharedPlace), { cause });
  }
}

function readSettings(dataDir: string): ClusterSettings {
  const file = settingsFile(dataDir);
  if (!existsSync(file)) throw new StartRefused(embeddedText.settingsLost(file));
  const text = readOwn(file, dataDir);
  try {
    const { port, password, schema = null }: Partial<ClusterSettings> = JSON.parse(text);
    if (typeof port === 'number' && typeof password === 'string') return { port, password, schema };
  } catch {
    // Said below, as any other damage.
  }
  throw new StartRefused(embeddedText.settingsLost(file));
}

function readOwn(file: string, dataDir: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    if (hasCode(cause, 'EACCES', 'EPERM')) throw new StartRefused(embeddedText.foreignOwner(dataDir), { cause });
    throw new StartRefused(embeddedText.settingsLost(file), { cause });
  }
}

function settingsFile(dataDir: string): string {
  return join(dataDir, 'postgres.json');
}
