import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { PersonName } from '../people/person-name.ts';

/** Somebody who works at an organisation today, as documents name him. */
export interface Colleague extends PersonName {
  personId: Id;
  post: string | null;
  subject: string | null;
}

/** Everybody who works at a unit today, or only these people of them, in order of names; at most 500. */
export async function listColleagues(
  ctx: Context,
  unitId: Id,
  only: readonly Id[] | null = null,
): Promise<Colleague[]> {
  if (only?.length === 0) return [];
  const rows = await ctx.db
    .selectFrom('employment')
    .innerJoin('person', 'person.id', 'employment.personId')
    .innerJoin('post', 'post.code', 'employment.postCode')
    .distinctOn(['person.searchName', 'person.id'])
    .select(['person.id as personId', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select([sql<string>`lower(post.name)`.as('post'), 'employment.subject'])
    .where('employment.unitId', '=', unitId)
    .where('employment.startedOn', '<=', ctx.today)
    .where((eb) => eb.or([eb('employment.endedOn', 'is', null), eb('employment.endedOn', '>=', ctx.today)]))
    .$if(only !== null, (query) => query.where('person.id', 'in', [...(only ?? [])]))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .orderBy('employment.startedOn')
    .orderBy('employment.id')
    .limit(500)
    .execute();
  return rows;
}

/** Who holds a role at a unit today, the one who has held it longest first. */
export async function findHolder(ctx: Context, unitId: Id, role: 'head' | 'curator'): Promise<Id | null> {
  const row = await ctx.db
    .selectFrom('roleGrant')
    .select('personId')
    .where('unitId', '=', unitId)
    .where('role', '=', role)
    .where('startedOn', '<=', ctx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', ctx.today)]))
    .orderBy('startedOn')
    .orderBy('id')
    .executeTakeFirst();
  return row?.personId ?? null;
}
