import type { Context } from '#app/core/context.server.ts';
import { makeRoute } from '#app/demo/factories/routes.ts';
import { listCaseLoad } from '#app/features/route-desk/desk.queries.server.ts';
import { deskFilterSchema } from '#app/features/route-desk/desk.schema.ts';
import type { DeskFilter } from '#app/features/route-desk/desk.ts';
import type { Day, Id } from '#db/schema.ts';
import { type actorWith, as, hire, type World } from '#tests/support/world.ts';

/** Somebody of the world with his context. */
export type Actor = Awaited<ReturnType<typeof actorWith>>;

/** The same person on another day. */
export const onDay = (ctx: Context, today: Day): Context => ({ ...ctx, today, now: `${today}T08:00:00.000Z` });

/** A route of a teacher of a unit, opened on its first day for a tutor, with its owner. */
export async function routeFor(
  world: World,
  centreHead: Actor,
  tutor: Actor,
  { startedOn = '2026-09-01', unitId = world.school }: { startedOn?: Day; unitId?: Id } = {},
) {
  const personId = await hire(world, unitId);
  const place = { personId, centreId: world.centre };
  const { id } = await makeRoute(onDay(centreHead, startedOn), place, { startedOn, tutorId: tutor.personId });
  return { id, personId, owner: await as(world, personId) };
}

/** Routes a filter of a tutor's desk finds, as the reader sees it. */
export async function foundAtDesk(reader: Actor, show: DeskFilter, tutorId = reader.personId): Promise<Id[]> {
  const query = deskFilterSchema.parse({ show, search: '' });
  return (await listCaseLoad(reader, tutorId, query)).map(({ id }) => id);
}

/** Kinds of notices a person has. */
export async function newsOf(world: World, personId: Id): Promise<string[]> {
  const rows = await world.db.selectFrom('notice').select('kind').where('personId', '=', personId).execute();
  return rows.map(({ kind }) => kind);
}
