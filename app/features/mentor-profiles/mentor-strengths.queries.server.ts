import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { fullName } from '../people/person-name.ts';

/** The nine diagnostic areas, in their order. */
export function listAreas(ctx: Context): Promise<{ code: string; name: string }[]> {
  return ctx.db.selectFrom('competenceArea').select(['code', 'name']).orderBy('position').orderBy('code').execute();
}

/** Name of a person whose free time the actor may change. Throws NotFound. */
export async function findSlotOwner(ctx: Context, personId: Id): Promise<string> {
  const person = await ctx.db
    .selectFrom('person')
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('person.id', '=', personId)
    .where(within(ctx, 'freeSlot.edit'))
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  return fullName(person);
}
