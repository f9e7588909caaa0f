import type { Actor, Asker } from '#app/access/actor.ts';
import { findActor } from '#app/access/find-actor.server.ts';
import { Unauthenticated } from '#app/access/refusals.ts';
import type { Day, Id, Moment } from '#db/schema.ts';
import { dayOf, HOME_ZONE } from './dates.ts';
import type { AppServices, RequestServices } from './services.server.ts';

/** The one explicit value of everything that reads or acts. */
export interface Context extends Asker {
  readonly actor: Actor;
  /** The day in the time zone of the actor's unit. */
  readonly today: Day;
  readonly now: Moment;
  /** IANA zone of the actor's unit: which day a moment is for whoever looks. */
  readonly timeZone: string;
}

/** The context of a request, found once however many loaders ask. */
export function requestContext(request: Request, load: RequestServices): Promise<Context> {
  const known = load.memo.get('context');
  if (known instanceof Promise) return known;
  const found = findContext(request, load.services);
  load.memo.set('context', found);
  return found;
}

async function findContext(request: Request, services: AppServices): Promise<Context> {
  const now = services.clock.now();
  const found = await findActor(services.db, request.headers.get('Cookie'), now);
  const timeZone = found.timeZone ?? HOME_ZONE;
  return { db: services.db, actor: found.actor, now, today: dayOf(now, timeZone), timeZone };
}

/** The context of a background job: the system acts, by name. */
export function systemContext(name: string, services: Pick<AppServices, 'db' | 'clock'>): Context {
  const now = services.clock.now();
  return { db: services.db, actor: { kind: 'system', name }, now, today: dayOf(now, HOME_ZONE), timeZone: HOME_ZONE };
}

/** The signed-in person's id. Throws Unauthenticated for nobody and for jobs. */
export function personOf(ctx: Context): Id {
  if (ctx.actor.kind !== 'person') throw new Unauthenticated();
  return ctx.actor.personId;
}
