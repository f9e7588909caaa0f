import type { ServerBuild } from '@remix-run/node';
import type { Response as Answer, RequestHandler } from 'express';
import type { GatedRequest } from './gate.server.ts';
import { pageHandlers } from './page-handlers.server.ts';
import type { AppServices } from './services.server.ts';

// They speak of the way, not of the request, and a proxy's may be forged.
const notForwarded = new Set([
  'host',
  'origin',
  'connection',
  'transfer-encoding',
  'content-length',
  'keep-alive',
  'cookie',
]);

/**
 * Serves the built pages. Made here and not by Remix's own adapter because that one takes the host from what the client
 * sends, and because a form's body was already read and counted by the gate.
 */
export function servePages(build: ServerBuild, services: AppServices): RequestHandler {
  const handlerOf = pageHandlers(build);
  return async (req: GatedRequest, res, next) => {
    try {
      const handle = handlerOf(req.path);
      const response = await handle(pageRequest(req, res, services.config.origin), { services, memo: new Map() });
      await send(res, response);
    } catch (error) {
      next(error);
    }
  };
}

function pageRequest(req: GatedRequest, res: Answer, origin: string): Request {
  const gone = new AbortController();
  res.once('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headers)) {
    if (value === undefined || notForwarded.has(name) || name.startsWith('x-forwarded-')) continue;
    for (const one of [value].flat()) headers.append(name, one);
  }
  const cookies = readableCookies(req.headers.cookie);
  if (cookies !== '') headers.set('Cookie', cookies);
  headers.set('X-Client-Address', req.ip ?? '');
  const body = req.method === 'POST' ? { body: req.postedBody ?? new Uint8Array() } : {};
  return new Request(new URL(req.originalUrl, origin), { method: req.method, headers, signal: gone.signal, ...body });
}

// Whoever reads a cookie decodes it; one that cannot be decoded, or holds a NUL, would fail deep inside.
function readableCookies(header: string | undefined): string {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.filter((pair) => pair !== '' && isReadable(pair)).join('; ');
}

function isReadable(text: string): boolean {
  try {
    return !decodeURIComponent(text).includes('\u0000');
  } catch {
    return false;
  }
}

async function send(res: Answer, response: Response): Promise<void> {
  res.status(response.status);
  for (const [name, value] of response.headers) {
    if (name === 'set-cookie') res.append(name, value);
    else res.set(name, value);
  }
  // Pages and files are whole in memory: one write, and the compressor knows their length.
  res.end(response.body === null ? undefined : Buffer.from(await response.arrayBuffer()));
}
