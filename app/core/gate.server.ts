import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Config } from './config.server.ts';
import type { GateStatus } from './gate.text.ts';
import { refuse } from './gate-answer.server.ts';
import { readBody } from './gate-body.server.ts';

/** A request that passed the gate; `postedBody` holds what a form posted. */
export type GatedRequest = Request & { postedBody?: Uint8Array<ArrayBuffer> };

const longestUrl = 4_096;

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // Widths of bars and places on timelines are data; a style attribute cannot load or run anything.
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** Sets the headers every answer carries, whatever answers it. */
export function securityHeaders({ isSecure }: Pick<Config, 'isSecure'>): RequestHandler {
  return (_req, res, next) => {
    res.set({
      'Content-Security-Policy': contentPolicy,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
    });
    if (isSecure) res.set('Strict-Transport-Security', 'max-age=31536000');
    next();
  };
}

/**
 * The gate in front of every page: addresses that are not pages, other methods, acts not sent from our own pages and
 * bodies beyond the limits go no further. Source: ARCHITECTURE D2, reliability cases 25 and 27.
 */
export function gate(config: Pick<Config, 'origins'>, stylesheet?: string): RequestHandler {
  return (req: GatedRequest, res: Response, next: NextFunction) => {
    // Pages hold people's data: a shared school computer must not keep them.
    res.set('Cache-Control', 'no-store');
    const refused = addressRefused(req.originalUrl) ?? methodRefused(req) ?? sourceRefused(req, config.origins);
    if (refused !== null) {
      if (refused === 405) res.set('Allow', 'GET, HEAD, POST');
      return refuse(res, refused, stylesheet);
    }
    if (req.method !== 'POST') return next();
    void readBody(req, res).then((body) => {
      if ('refused' in body) return refuse(res, body.refused, stylesheet);
      req.postedBody = body.bytes;
      next();
    });
  };
}

/** Whether an address is one a page could have; otherwise the status that answers it. */
export function addressRefused(url: string): GateStatus | null {
  if (url.length > longestUrl) return 414;
  const [path = '', search = ''] = splitOnce(url, '?');
  if (!path.startsWith('/') || !isDecodable(path)) return 404;
  const isTricky = /\/\/|[\\;]|%2f|%5c|%00|%0[ad]/i.test(path) || /(^|\/)[^/]*\.($|\/)/.test(decodeURIComponent(path));
  if (isTricky || /\.data\/?$/i.test(path) || path.toLowerCase().startsWith('/__manifest')) return 404;
  const names = [...new URLSearchParams(search).keys()].map((name) => name.toLowerCase());
  return names.includes('_data') || names.includes('_routes') ? 404 : null;
}

function methodRefused(req: Request): GateStatus | null {
  return ['GET', 'HEAD', 'POST'].includes(req.method) ? null : 405;
}

// An act needs proof that our own page sent it. A page or file may be opened by a link from anywhere, but another site may
// not load it as a picture, a script or by fetch.
function sourceRefused(req: Request, origins: readonly string[]): GateStatus | null {
  const { origin, 'sec-fetch-site': site, 'sec-fetch-dest': destination } = req.headers;
  if (req.method === 'POST') {
    const isOurs = origin === undefined ? site === 'same-origin' : origins.includes(origin);
    return isOurs && site !== 'cross-site' && site !== 'same-site' ? null : 403;
  }
  const isElsewhere = site === 'cross-site' || site === 'same-site';
  return isElsewhere && destination !== 'document' ? 403 : null;
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
