import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';
import { compileAsync } from 'sass';

const root = path.dirname(fileURLToPath(import.meta.url));
const source = path.join(root, 'app/enhance');
const modules = path.join(root, 'node_modules');
const fontFolder = path.join(modules, '@fontsource/golos-text/files');

/**
 * Builds what browsers fetch: the stylesheet, the script with its parts, the fonts and the icon, each under a name with
 * a hash of its content, so that they may be kept for a year.
 *
 * Writes `manifest.json` beside them, { "styles.css": "/assets/styles-<hash>.css", … }, and returns the same object.
 *
 * @param {string} outDir the folder served as /assets; emptied first
 * @returns {Promise<Record<string, string>>}
 */
export async function buildAssets(outDir) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const manifest = {
    ...(await buildStyles(outDir)),
    ...(await buildScript(outDir)),
    'favicon.svg': await put(outDir, 'favicon.svg', await readFile(path.join(source, 'favicon.svg'))),
  };
  await writeFile(path.join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

async function buildStyles(outDir) {
  const { css } = await compileAsync(path.join(source, 'styles.scss'), { loadPaths: [modules], quietDeps: true });
  const urls = {};
  for (const [, name] of css.matchAll(/url\("fonts\/([^"]+)"\)/g)) {
    urls[name] ??= await put(outDir, name, await readFile(path.join(fontFolder, name)));
  }
  const placed = css.replaceAll(/url\("fonts\/([^"]+)"\)/g, (_, name) => `url("${urls[name]}")`);
  const { code } = await transform(placed, {
    loader: 'css',
    minify: true,
    target: ['chrome90', 'firefox90', 'safari14'],
  });
  return { ...urls, 'styles.css': await put(outDir, 'styles.css', code) };
}

async function buildScript(outDir) {
  const part = await bundle('autocomplete.ts', { format: 'esm' });
  const partUrl = await put(outDir, 'autocomplete.js', part);
  const script = await bundle('enhance.ts', {
    format: 'iife',
    define: { AUTOCOMPLETE_URL: JSON.stringify(partUrl) },
    external: ['/assets/*'],
  });
  return { 'autocomplete.js': partUrl, 'enhance.js': await put(outDir, 'enhance.js', script) };
}

async function bundle(file, options) {
  const { outputFiles } = await build({
    entryPoints: [path.join(source, file)],
    bundle: true,
    write: false,
    target: 'es2020',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    ...options,
  });
  return outputFiles[0].text;
}

async function put(outDir, name, content) {
  const { name: stem, ext } = path.parse(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const hashed = `${stem}-${hash}${ext}`;
  await writeFile(path.join(outDir, hashed), content);
  return `/assets/${hashed}`;
}
