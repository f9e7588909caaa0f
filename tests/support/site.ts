import type { ServerBuild } from '@remix-run/node';
import type { RouteConfigEntry } from '@remix-run/route-config';
import { startSession } from '#app/access/session.server.ts';
import { type AnswerRequest, pageAnswerer } from '#app/core/page-answer.server.tsx';
import { pageFinder } from '#app/core/page-finder.server.ts';
import type { AppServices } from '#app/core/services.server.ts';
import { inspectPaper } from '#app/features/act-check/paper-file.ts';
import { readDetachedSignature } from '#app/features/act-signatures/cms-signature.ts';
import { type BundleTask, writeBundle } from '#app/features/bundles/bundle-write.ts';
import type { ScenarioTask } from '#app/features/scenarios/scenario-problem.ts';
import { solveScenario } from '#app/features/scenarios/scenario-solve.ts';
import { readStaffListFile } from '#app/features/staff-lists/staff-list-file.server.ts';
import * as root from '#app/root.tsx';
import siteMap from '#app/routes.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#db/schema.ts';
import { NOW } from './world.ts';

/** A site without a server: real Requests through Remix to the real pages, on the test's database. */
export interface Site {
  services: AppServices;
  get(path: string, options?: { as?: Id; headers?: Record<string, string> }): Promise<Response>;
  post(path: string, form: FormLike, options?: { as?: Id; headers?: Record<string, string> }): Promise<Response>;
}

type FormLike = Record<string, string | string[]> | FormData;

const ORIGIN = 'http://127.0.0.1:3000';

/** Opens the site on a database; `as` signs a person in (an account without a password is made when missing). */
export function openSite(db: Database, overrides: Partial<AppServices> = {}): Site {
  const services = { ...testServices(db), ...overrides };
  const cookies = new Map<Id, Promise<string>>();
  const send = async (path: string, init: RequestInit, personId: Id | undefined): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (personId) {
      const cookie = cookies.get(personId) ?? cookieOf(db, personId);
      cookies.set(personId, cookie);
      headers.append('Cookie', await cookie);
    }
    const url = new URL(path, ORIGIN);
    const page = findPage(url.pathname);
    const answerRequest = await answererOf(page.id);
    const answer = await answerRequest(new Request(url, { ...init, headers }), page, { services, memo: new Map() });
    if (answer instanceof Response) return answer;
    const answered = new Headers({ 'Content-Type': 'text/html; charset=utf-8' });
    for (const cookie of answer.cookies) answered.append('Set-Cookie', cookie);
    return new Response(answer.html, { status: answer.status, headers: answered });
  };
  return {
    services,
    get: (path, options = {}) => send(path, { headers: options.headers }, options.as),
    post: (path, form, options = {}) =>
      send(path, { method: 'POST', body: bodyOf(form), headers: options.headers }, options.as),
  };
}

/** Services with a fixed clock and a log that keeps quiet. */
export function testServices(db: Database): AppServices {
  const quiet = () => undefined;
  const services: unknown = {
    db,
    config: { origin: ORIGIN, isSecure: false, smtpUrl: null },
    log: { info: quiet, warn: quiet, error: quiet, debug: quiet },
    clock: { now: () => NOW, offsetDays: 0 },
    signatures: { read: async (bytes: Uint8Array) => readDetachedSignature(bytes) },
    staffLists: {
      parse: () => Promise.reject(new Error('no staff-list reader in this test')),
      sheets: (bytes: Uint8Array, fileName: string) => readStaffListFile(bytes, fileName),
    },
    papers: { inspect: async (bytes: Uint8Array) => inspectPaper(bytes) },
    bundles: { write: async (task: BundleTask) => writeBundle(task, quiet) },
    scenarios: { solve: async (task: ScenarioTask) => solveScenario(task) },
    assets: { 'styles.css': '/assets/styles.css', 'enhance.js': '/assets/enhance.js', 'favicon.svg': '/assets/f.svg' },
    wake: quiet,
  };
  return services as AppServices;
}

async function cookieOf(db: Database, personId: Id): Promise<string> {
  const known = await db.selectFrom('account').select('id').where('personId', '=', personId).executeTakeFirst();
  const accountId = known?.id ?? crypto.randomUUID();
  if (!known)
    await db
      .insertInto('account')
      .values({ id: accountId, personId, login: `${personId}@test.ru`, passwordHash: null })
      .execute();
  return (await startSession(db, accountId, 'test', false)).split(';')[0] ?? '';
}

function bodyOf(form: FormLike): URLSearchParams | FormData {
  if (form instanceof FormData) return form;
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  return body;
}

const entries: RouteConfigEntry[] = await siteMap;
const findPage = pageFinder(
  Object.fromEntries(
    entries.map(({ path, index }, position) => [position, { id: String(position), path, index }]),
  ) as unknown as ServerBuild['routes'],
);
const answerers = new Map<string, Promise<AnswerRequest>>();

/** Only the module behind the path is loaded, once: importing every page for one request would cost seconds. */
function answererOf(id: string): Promise<AnswerRequest> {
  const known = answerers.get(id) ?? buildOf(id).then(pageAnswerer);
  answerers.set(id, known);
  return known;
}

async function buildOf(id: string): Promise<ServerBuild> {
  const entry = entries[Number(id)];
  if (!entry) throw new Error(`no line ${id} of the site map`);
  const module = await import(/* @vite-ignore */ `../../app/${entry.file}`);
  const line = { id, parentId: 'root', path: entry.path, index: entry.index };
  const asset = {
    hasAction: false,
    hasLoader: true,
    hasClientAction: false,
    hasClientLoader: false,
    hasErrorBoundary: false,
    module: '',
  };
  const build: unknown = {
    routes: { root: { id: 'root', path: '', module: root }, [id]: { ...line, module } },
    assets: {
      entry: { imports: [], module: '' },
      routes: { root: { id: 'root', path: '', ...asset }, [id]: { ...line, ...asset } },
      url: '',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {},
    isSpaMode: false,
  };
  return build as ServerBuild;
}
