import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

/** Flags under which Chromium starts as root, in a container, without calling home. */
const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const usualPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Opens a browser; installs one first when the machine has none, and says so. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: findOrInstallBrowser(), args: launchFlags });
}

/**
 * The browser's path: CHROME_PATH, an installed Chromium or Chrome, Playwright's own, or else one installed now (by apt as
 * root on Debian, otherwise by Playwright). Throws when that fails: browser tests are never left out.
 */
export function findOrInstallBrowser(say: (line: string) => void = console.log): string {
  const found = findBrowser();
  if (found) return found;
  say('No Chromium or Chrome on this machine: installing one.');
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run(say, 'apt-get', ['update']);
    run(say, 'apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
  }
  if (!findBrowser()) run(say, 'npx', ['--no-install', 'playwright-core', 'install', 'chromium']);
  const installed = findBrowser();
  if (!installed) throw new Error('No browser: install Chromium or Chrome, or name one in CHROME_PATH.');
  return installed;
}

function findBrowser(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROME_PATH names no file: ${named}`);
  if (named !== undefined) return named;
  const folders = (process.env.PATH ?? '').split(':');
  const places = [...folders.flatMap((folder) => names.map((name) => `${folder}/${name}`)), ...usualPlaces];
  return [...places, chromium.executablePath()].find((place) => existsSync(place));
}

function run(say: (line: string) => void, command: string, parameters: string[]): void {
  say(`$ ${command} ${parameters.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status, error } = spawnSync(command, parameters, { stdio: ['ignore', 'inherit', 'inherit'], env });
  if (status !== 0) say(`${command} ended with ${status ?? error?.message}`);
}
