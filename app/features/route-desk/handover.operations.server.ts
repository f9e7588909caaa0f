import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { assignTutor } from '../educational-routes/route.operations.server.ts';

/**
 * Hands routes to another tutor from a day on, with what he should know of each; the former tutor's periods end the day
 * before. Throws NotFound, RuleBroken `handover-nothing` and those of `assignTutor`. Source: 002-14.
 */
export async function handOverRoutes(
  ctx: Context,
  input: { tutorId: Id; from: Day; note: string; routeIds: readonly Id[] },
): Promise<{ handed: number }> {
  return transact(ctx, async (tx) => {
    const { tutorId, from, note } = input;
    if (input.routeIds.length === 0) throw new RuleBroken('handover-nothing', 'routeIds');
    // One order for all, so that two hand-overs wait for each other.
    for (const routeId of [...input.routeIds].sort()) {
      const former = await tx.db
        .selectFrom('routeTutor')
        .select('personId')
        .where('routeId', '=', routeId)
        .where(sql<boolean>`(ended_on is null or ended_on >= ${from}::date)`)
        .orderBy('startedOn', 'desc')
        .executeTakeFirst();
      await assignTutor(tx, routeId, { tutorId, from });
      const people = { fromPersonId: former?.personId ?? null, toPersonId: tutorId };
      await tx.db
        .insertInto('routeHandover')
        .values({ id: newId(), routeId, ...people, handedOn: from, note })
        .execute();
    }
    return { handed: input.routeIds.length };
  });
}
