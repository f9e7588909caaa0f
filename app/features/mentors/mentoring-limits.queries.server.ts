import { unitsWhere } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { fullName, shortName } from '../people/person-name.ts';

/** The unit whose limits the actor sets. Throws NotFound. */
export async function findUnitOfLimits(ctx: Context, unitId: Id): Promise<{ id: Id; name: string }> {
  const [reached] = await unitsWhere(ctx, 'mentoringLimits.set', unitId);
  if (!reached) throw new NotFound('orgUnit');
  const unit = await ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'shortName as name'])
    .where('id', '=', reached)
    .executeTakeFirst();
  if (!unit) throw new NotFound('orgUnit');
  return unit;
}

/** Limits of a unit the actor sets, the latest first. */
export async function listLimits(ctx: Context, unitId: Id) {
  const { id } = await findUnitOfLimits(ctx, unitId);
  const rows = await ctx.db
    .selectFrom('mentoringLimits')
    .innerJoin('person', 'person.id', 'mentoringLimits.enteredBy')
    .select(['mentoringLimits.id', 'mentoringLimits.startedOn', 'mentoringLimits.endedOn', 'mentoringLimits.sourceAct'])
    .select(['mentoringLimits.peopleSoft', 'mentoringLimits.peopleHard'])
    .select(['mentoringLimits.hoursSoft', 'mentoringLimits.hoursHard'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('mentoringLimits.unitId', '=', id)
    .orderBy('mentoringLimits.startedOn', 'desc')
    .orderBy('mentoringLimits.id')
    .limit(50)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...row }) => ({
    ...row,
    by: shortName({ lastName, firstName, middleName }),
  }));
}

/** A mentor of a unit where the actor may raise the limit. Throws NotFound. */
export async function findMentorToRaise(ctx: Context, personId: Id): Promise<{ unitId: Id; name: string }> {
  const person = await ctx.db
    .selectFrom('person')
    .select(['unitId', 'lastName', 'firstName', 'middleName'])
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  const [reached] = await unitsWhere(ctx, 'mentorship.overrideLimit', person.unitId);
  if (!reached) throw new NotFound('person');
  return { unitId: reached, name: fullName(person) };
}
