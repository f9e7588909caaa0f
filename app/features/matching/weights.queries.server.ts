import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { USUAL_WEIGHTS, type WeightsVersion } from './weights.ts';

/** The weights of an organisation in force today; the usual ones where none are set. The unit is asked about by the caller. */
export async function findWeights(ctx: Context, unitId: Id): Promise<WeightsVersion> {
  const row = await ctx.db
    .selectFrom('matchingWeights')
    .select(['number', 'strengths', 'subject', 'freeTime', 'distance', 'loadLeft', 'wishes'])
    .where('unitId', '=', unitId)
    .where('startedOn', '<=', ctx.today)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return { number: 0, weights: USUAL_WEIGHTS };
  const { number, ...weights } = row;
  return { number, weights };
}

/** Versions of an organisation's weights, the newest first, with who set them. */
export async function listWeightsVersions(ctx: Context, unitId: Id) {
  return ctx.db
    .selectFrom('matchingWeights')
    .innerJoin('person', 'person.id', 'matchingWeights.setBy')
    .select(['matchingWeights.id', 'matchingWeights.number', 'matchingWeights.startedOn'])
    .select(['matchingWeights.strengths', 'matchingWeights.subject', 'matchingWeights.freeTime'])
    .select(['matchingWeights.distance', 'matchingWeights.loadLeft', 'matchingWeights.wishes'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where(within(ctx, 'weights.set'))
    .where('matchingWeights.unitId', '=', unitId)
    .orderBy('matchingWeights.number', 'desc')
    .limit(20)
    .execute();
}
