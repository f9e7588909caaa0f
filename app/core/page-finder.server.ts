import type { ServerBuild } from '@remix-run/node';

type Lines = ServerBuild['routes'];
type Line = Lines[string];

/** The page an address leads to, with the values of its parameters. */
export interface FoundPage {
  id: string;
  params: Record<string, string>;
}

/** What the addresses of a page look like; `names` are its parameters in order. */
export interface PagePattern {
  id: string;
  pattern: RegExp;
  names: string[];
}

/** Finds the page of an address as Remix would; an address nobody serves leads to the page of `*`. */
export function pageFinder(lines: Lines): (pathname: string) => FoundPage {
  const patterns = patternsOf(lines);
  return (pathname) => {
    const path = decoded(pathname);
    for (const { id, pattern, names } of patterns) {
      const found = pattern.exec(path);
      if (!found) continue;
      const values = names.map((name, place) => [name, found[place + 1]?.replaceAll('%2F', '/') ?? '']);
      return { id, params: Object.fromEntries(values) };
    }
    return { id: 'root', params: {} };
  };
}

/** The pages of a site map with what their addresses look like, the ones Remix prefers first. */
export function patternsOf(lines: Lines): PagePattern[] {
  return Object.values(lines)
    .filter((line) => line.path || line.index)
    .map((line) => ({ id: line.id, pattern: patternOf(line), names: namesOf(line), rank: rankOf(line) }))
    .sort((one, other) => other.rank - one.rank);
}

function patternOf({ path = '' }: Line): RegExp {
  if (path === '*') return /^/;
  const parts = segmentsOf(path).map((part) => (part.startsWith(':') ? '([^/]+)' : escaped(part)));
  return new RegExp(`^/${parts.join('/')}/*$`, 'i');
}

function namesOf({ path = '' }: Line): string[] {
  return segmentsOf(path).flatMap((part) => (part.startsWith(':') ? [part.slice(1)] : []));
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

// A slash inside a segment stays coded until the segments are told apart.
function decoded(pathname: string): string {
  try {
    return pathname
      .split('/')
      .map((part) => decodeURIComponent(part).replaceAll('/', '%2F'))
      .join('/');
  } catch {
    return pathname;
  }
}
