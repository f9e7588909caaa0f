import { grantsInForce } from '#app/access/find-actor.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { HOME_ZONE } from '#app/core/dates.ts';
import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';

/** The installation itself, on a past day: history is lived through, not written in. */
export function systemOn(db: Database, day: Day): Context {
  const actor = { kind: 'system', name: 'demonstration' } as const;
  return { db, actor, today: day, now: `${day}T07:00:00.000Z`, timeZone: HOME_ZONE };
}

/** A person on a past day, with the grants that were in force then. */
export async function personOn(db: Database, personId: Id, day: Day): Promise<Context> {
  const now = `${day}T08:00:00.000Z`;
  const { grants } = await grantsInForce(db, personId, now, false);
  const actor = { kind: 'person', personId, accountId: personId, grants } as const;
  return { db, now, today: day, actor, timeZone: HOME_ZONE };
}
