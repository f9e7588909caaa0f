import type { ServerBuild } from '@remix-run/node';
import type { Response as Reply, RequestHandler } from 'express';
import type { GatedRequest } from './gate.server.ts';
import { type PageAnswer, pageAnswerer } from './page-answer.server.tsx';
import { pageFinder } from './page-finder.server.ts';
import type { AppServices } from './services.server.ts';

// What pages read of a request's head, beside the cookies. Nothing that speaks of the way: a proxy's may be forged.
const readHeaders = ['content-type', 'user-agent'] as const;

/**
 * Serves the built pages. Made here and not by Remix's own adapter because that one takes the host from what the client
 * sends, and because a form's body was already read and counted by the gate.
 */
export function servePages(build: ServerBuild, services: AppServices): RequestHandler {
  const find = pageFinder(build.routes);
  const answer = pageAnswerer(build);
  return async (req: GatedRequest, res, next) => {
    try {
      const load = { services, memo: new Map() };
      await send(res, await answer(pageRequest(req, services.config.origin), find(req.path), load));
    } catch (error) {
      next(error);
    }
  };
}

function pageRequest(req: GatedRequest, origin: string): Request {
  const headers = new Headers();
  for (const name of readHeaders) {
    const value = req.headers[name];
    if (value !== undefined) headers.set(name, value);
  }
  const cookies = readableCookies(req.headers.cookie);
  if (cookies !== '') headers.set('Cookie', cookies);
  headers.set('X-Client-Address', req.ip ?? '');
  const body = req.method === 'POST' ? { body: req.postedBody ?? new Uint8Array() } : {};
  return new Request(new URL(req.originalUrl, origin), { method: req.method, headers, ...body });
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

async function send(res: Reply, answer: PageAnswer | Response): Promise<void> {
  res.status(answer.status);
  if (!(answer instanceof Response)) {
    res.set('Content-Type', 'text/html; charset=utf-8');
    for (const cookie of answer.cookies) res.append('Set-Cookie', cookie);
    res.end(answer.html);
    return;
  }
  for (const [name, value] of answer.headers) {
    if (name === 'set-cookie') res.append(name, value);
    else res.set(name, value);
  }
  // Files are whole in memory: one write, and the compressor knows their length.
  res.end(answer.body === null ? undefined : Buffer.from(await answer.arrayBuffer()));
}
