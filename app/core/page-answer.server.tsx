import type { AppLoadContext, EntryContext, ServerBuild } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { renderToString } from 'react-dom/server';
import { edgeResponse } from './edge.server.ts';
import { clearedFlashCookie, readFlash } from './flash.server.ts';
import type { FoundPage } from './page-finder.server.ts';

/** A page rendered to finished HTML (D1, D2). */
export interface PageAnswer {
  status: number;
  html: string;
  cookies: string[];
}

/** Answers a request with a page, or with what a download, a redirect or a refusal outside pages is. */
export type AnswerRequest = (request: Request, page: FoundPage, load: AppLoadContext) => Promise<PageAnswer | Response>;

type Line = ServerBuild['routes'][string];
type Known = EntryContext['staticHandlerContext'];

/** What is known of a page when it is rendered. */
interface Findings {
  loaderData: Record<string, unknown>;
  actionData: Record<string, unknown> | null;
  errors: Record<string, unknown> | null;
  status: number;
}

/**
 * Runs the action and the loaders of the pages Remix has built, and renders them. Its own handler would do the same, but
 * turns everything into a response and back several times, which costs more than a page does; and its streaming and its
 * data for the browser are not used here.
 */
export function pageAnswerer(build: ServerBuild): AnswerRequest {
  const contexts = new Map<string, Omit<EntryContext, 'staticHandlerContext'>>();
  const contextOf = (id: string) => {
    const known = contexts.get(id) ?? narrowed(build, id);
    contexts.set(id, known);
    return known;
  };
  return async (request, page, load) => {
    const line = build.routes[page.id];
    const root = build.routes.root;
    if (!line || !root) throw new Error(`no page ${page.id}`);
    const args = { request, params: page.params, context: load };
    if (!line.module.default) return download(line, args);
    const found = await findAll(root, line, args);
    if (found instanceof Response) return found;
    const render = (findings: Findings) => ({
      status: findings.status,
      html: rendered(contextOf(page.id), knownOf(request, page, findings), request.url),
      cookies: flashSeen(request, findings),
    });
    try {
      return render(found);
    } catch (error) {
      const refusal = await refusalOf(edgeResponse(error, request, load.services));
      return render({ ...found, errors: { root: refusal }, status: refusal.status });
    }
  };
}

type Args = Parameters<NonNullable<Line['module']['loader']>>[0];

async function download(line: Line, args: Args): Promise<Response> {
  if (args.request.method === 'POST' || !line.module.loader) return new Response(null, { status: 405 });
  const file = await caught(() => line.module.loader?.(args));
  if (file instanceof Response) return file;
  throw new Error(`${line.id} gives no response`);
}

/** Acts if the request does, then loads the frame and the page side by side; a response when it is the whole answer. */
async function findAll(root: Line, line: Line, args: Args): Promise<Findings | Response> {
  const acted = args.request.method === 'POST' ? await act(line, args) : null;
  if (acted && isElsewhere(acted)) return acted;
  const isRefused = acted !== null && acted.headers.get('Content-Type')?.includes('json') !== true;
  const [frame, data] = await Promise.all([
    caught(() => root.module.loader?.(args)),
    isRefused ? acted : caught(() => line.module.loader?.(args)),
  ]);
  const loaderData: Record<string, unknown> = {};
  let error: Refusal | null = null;
  for (const [id, value] of [
    [root.id, frame],
    [line.id, data],
  ] as const) {
    if (!(value instanceof Response)) loaderData[id] = value ?? null;
    else if (isElsewhere(value)) return value;
    else error ??= await refusalOf(value);
  }
  const actionData = acted && !isRefused ? { [line.id]: await acted.json() } : null;
  return { loaderData, actionData, errors: error && { root: error }, status: error?.status ?? acted?.status ?? 200 };
}

async function act(line: Line, args: Args): Promise<Response> {
  if (!line.module.action) return new Response(null, { status: 405 });
  const result = await caught(() => line.module.action?.(args));
  if (result instanceof Response) return result;
  throw new Error(`${line.id} acts without a response`);
}

// Loaders and actions turn what goes wrong into responses (`core/page.server.ts`); anything else is a fault around them.
async function caught(run: () => unknown): Promise<unknown> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Response) return error;
    throw error;
  }
}

function isElsewhere(response: Response): boolean {
  return response.status >= 300 && response.status < 400;
}

/** A refused request as Remix tells an error boundary about it. */
interface Refusal {
  status: number;
  statusText: string;
  internal: false;
  data: string;
}

async function refusalOf(response: Response): Promise<Refusal> {
  return { status: response.status, statusText: '', internal: false, data: await response.text() };
}

function flashSeen(request: Request, { loaderData }: Findings): string[] {
  return 'root' in loaderData && readFlash(request.headers.get('Cookie')) ? [clearedFlashCookie] : [];
}

function knownOf(request: Request, { id, params }: FoundPage, findings: Findings): Known {
  const { pathname, search } = new URL(request.url);
  const matches = ['root', id].map((match) => ({
    params,
    pathname: match === 'root' ? '/' : pathname,
    pathnameBase: match === 'root' ? '/' : pathname,
    route: { id: match },
  }));
  const known: unknown = {
    ...findings,
    basename: '/',
    location: { pathname, search, hash: '', state: null, key: 'default' },
    matches,
    statusCode: findings.status,
    loaderHeaders: {},
    actionHeaders: {},
    activeDeferreds: null,
  };
  return known as Known;
}

function rendered(context: Omit<EntryContext, 'staticHandlerContext'>, known: Known, url: string): string {
  const html = renderToString(<RemixServer context={{ ...context, staticHandlerContext: known }} url={url} />);
  return `<!doctype html>${html}`;
}

// With that page alone: Remix goes through all pages it is given, several times a request.
function narrowed({ routes, assets, future }: ServerBuild, id: string): Omit<EntryContext, 'staticHandlerContext'> {
  const kept = ['root', id].flatMap((name) => (routes[name] ? [routes[name]] : []));
  return {
    manifest: { ...assets, routes: Object.fromEntries(kept.map((line) => [line.id, assets.routes[line.id]])) },
    routeModules: Object.fromEntries(kept.map((line) => [line.id, line.module])),
    future,
    isSpaMode: false,
    serializeError: (error: Error) => error,
    renderMeta: {},
  } as Omit<EntryContext, 'staticHandlerContext'>;
}
