import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as bundle } from 'esbuild';
import { build as buildWithVite } from 'vite';
import { buildAssets } from './assets.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));
const out = path.join(root, 'build');
const stamp = path.join(out, 'stamp');
const sources = [
  'app',
  'db',
  'reports',
  'templates',
  'server.ts',
  'vite.config.ts',
  'build.mjs',
  'assets.mjs',
  'package-lock.json',
];

// V8 lets the heap of a busy server grow to four times what is in use; half as much again is enough and keeps a school's
// small machine free. Read at every collection, so it works when set here.
const launcher = `import { setFlagsFromString } from 'node:v8';
setFlagsFromString('--heap-growing-percent=50');
process.env.NODE_ENV ??= 'production';
await import('./remix/server/start.js');
`;

/** Builds everything `node build/server.js` needs into build/; with `--if-needed` only when a source is newer. */
async function main() {
  if (process.argv.includes('--if-needed') && isFresh()) return;
  process.chdir(root);
  const began = Date.now();
  await rm(stamp, { force: true });
  await mkdir(out, { recursive: true });
  await step('pages and server', buildPages);
  await step('worker threads', buildWorkers);
  await step('stylesheet and script', () => buildAssets(path.join(out, 'assets')));
  await writeFile(path.join(out, 'server.js'), launcher);
  // The time of the beginning: what was edited meanwhile counts as newer.
  writeFileSync(stamp, String(began));
}

async function buildPages() {
  process.env.NODE_ENV = 'production';
  const common = { root, configFile: path.join(root, 'vite.config.ts'), mode: 'production', logLevel: 'error' };
  // Remix takes the list of pages' files from the browser build; nothing else of it is used.
  await buildWithVite(common);
  await buildWithVite({ ...common, build: { ssr: true } });
}

async function buildWorkers() {
  await bundle({
    entryPoints: findFiles(path.join(root, 'app'), (name) => name.endsWith('.worker.ts')),
    outdir: out,
    entryNames: '[name]',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'warning',
  });
}

async function step(name, act) {
  const began = Date.now();
  await act();
  console.log(`build: ${name} ${((Date.now() - began) / 1000).toFixed(1)} s`);
}

function isFresh() {
  if (!existsSync(stamp) || !existsSync(path.join(out, 'server.js'))) return false;
  const builtAt = Number(statSync(stamp).mtimeMs);
  return sources.every((source) => newestChange(path.join(root, source)) < builtAt);
}

function newestChange(place) {
  const found = statSync(place, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time changes when a file in it is removed.
  return readdirSync(place).reduce(
    (newest, name) => Math.max(newest, newestChange(path.join(place, name))),
    found.mtimeMs,
  );
}

function findFiles(folder, isWanted) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => isWanted(name))
    .map((name) => path.join(folder, name));
}

try {
  await main();
} catch (error) {
  // The bundlers add lists of every file they watched; the message holds what matters.
  console.error(`build failed: ${error.message}`);
  process.exitCode = 1;
}
