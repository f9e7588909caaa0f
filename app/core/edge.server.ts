import { randomBytes } from 'node:crypto';
import { redirect } from '@remix-run/node';
import { HashingBusy } from '#app/access/password.server.ts';
import { Forbidden, NotFound, Unauthenticated } from '#app/access/refusals.ts';
import { isDatabaseAway, isMalformedValue, sqlStateOf } from './database-errors.server.ts';
import { TooLarge, TooMany } from './errors.ts';
import { MalformedForm } from './read-form.server.ts';
import type { AppServices } from './services.server.ts';

/** The answer to an error nobody below translated: the one place where errors become statuses (ARCHITECTURE 6). */
export function edgeResponse(error: unknown, request: Request, services: AppServices): Response {
  if (error instanceof Response) return error;
  if (error instanceof Unauthenticated) return redirect(signInPath(request));
  if (error instanceof NotFound) return plain(404);
  if (error instanceof Forbidden) return plain(403);
  if (error instanceof TooLarge) return plain(413);
  if (error instanceof MalformedForm || isMalformedValue(error)) return plain(400);
  if (error instanceof HashingBusy || error instanceof TooMany) return plain(429);
  if (isDatabaseAway(error)) {
    services.log.warn({ sqlState: sqlStateOf(error) }, 'database away');
    return plain(503);
  }
  const faultId = randomBytes(4).toString('hex');
  const name = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 8).join('\n') : undefined;
  services.log.error({ faultId, name, sqlState: sqlStateOf(error), stack }, 'fault');
  return new Response(faultId, { status: 500 });
}

function plain(status: number): Response {
  return new Response(null, { status });
}

// A form is sent to the page it stands on, so that after signing in the person is back at it.
function signInPath(request: Request): string {
  const { pathname, search } = new URL(request.url);
  const back = pathname !== '/' ? `?next=${encodeURIComponent(pathname + search)}` : '';
  return `/sign-in${back}`;
}
