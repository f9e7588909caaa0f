import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';

/** The profile at the mentor's home, locked, where the actor may edit it; it is made when missing. Throws NotFound. */
export async function heldProfile(tx: Context, personId: Id) {
  const person = await tx.db
    .selectFrom('person')
    .select(['unitId', 'regionId'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  // Made before asking about rights, since they are asked about the row; a refusal takes it back.
  await tx.db
    .insertInto('mentorProfile')
    .values({ personId, ...person })
    .onConflict((conflict) => conflict.columns(['personId', 'unitId']).doNothing())
    .execute();
  const profile = await tx.db
    .selectFrom('mentorProfile')
    .select(['unitId', 'loadLimitPeople', 'loadLimitHours', 'subjects', 'strengths'])
    .select(['isTaking', 'notTakingUntil', 'isOpenOutside', 'version'])
    .where('personId', '=', personId)
    .where('unitId', '=', person.unitId)
    .where(within(tx, 'mentorProfile.edit'))
    .forUpdate()
    .executeTakeFirst();
  if (!profile) throw new NotFound('mentorProfile');
  return { ...profile, regionId: person.regionId };
}

/** Where the profile of a mentor stands, held like the profile itself. Throws NotFound. */
export async function placeOfProfile(tx: Context, personId: Id): Promise<{ unitId: Id; regionId: Id | null }> {
  const { unitId, regionId } = await heldProfile(tx, personId);
  return { unitId, regionId };
}
