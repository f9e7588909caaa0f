import { createRequestHandler, type RequestHandler, type ServerBuild } from '@remix-run/node';

type Lines = ServerBuild['routes'];
type Line = Lines[string];

/**
 * Finds the handler of an address. Each page has a handler of its own, over a build with that page alone: Remix ranks and
 * rebuilds all pages of its build several times a request, which costs more than a page does.
 */
export function pageHandlers(build: ServerBuild): (pathname: string) => RequestHandler {
  const patterns = patternsOf(build.routes);
  const handlers = new Map<string, RequestHandler>();
  return (pathname) => {
    const path = decoded(pathname);
    const id = patterns.find(({ pattern }) => pattern.test(path))?.id ?? 'root';
    const handler = handlers.get(id) ?? createRequestHandler(narrowed(build, id), 'production');
    handlers.set(id, handler);
    return handler;
  };
}

/** The pages of a site map with what their addresses look like, the ones Remix prefers first. */
export function patternsOf(lines: Lines): { id: string; pattern: RegExp }[] {
  return Object.values(lines)
    .filter((line) => line.path || line.index)
    .map((line) => ({ id: line.id, pattern: patternOf(line), rank: rankOf(line) }))
    .sort((one, other) => other.rank - one.rank);
}

function patternOf({ path = '' }: Line): RegExp {
  if (path === '*') return /^/;
  const parts = segmentsOf(path).map((part) => (part.startsWith(':') ? '[^/]+' : escaped(part)));
  return new RegExp(`^/${parts.join('/')}/*$`, 'i');
}

// A named segment outranks a parameter, a longer address a shorter one, and `*` comes last: the order of Remix.
function rankOf({ path = '' }: Line): number {
  if (path === '*') return -1;
  return segmentsOf(path).reduce((sum, part) => sum + (part.startsWith(':') ? 4 : 11), 0);
}

function escaped(text: string): string {
  return text.replace(/[^\w/]/g, '\\$&');
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((part) => part !== '');
}

function narrowed(build: ServerBuild, id: string): ServerBuild {
  const kept = new Set(['root', id]);
  const only = <T>(all: Record<string, T>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => kept.has(name)));
  return { ...build, routes: only(build.routes), assets: { ...build.assets, routes: only(build.assets.routes) } };
}

function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}
