import { roleNames } from '#app/access/roles.text.ts';
import { isRole } from '#app/access/roles.ts';
import type { Context } from '#app/core/context.server.ts';
import { shortName } from '../people/person-name.ts';

/** The signed-in person as the header shows it. */
export interface WhoAmI {
  /** Short name and the first two roles. */
  who: string;
  theme: string;
}

/** Who is signed in, in short; null for nobody. */
export async function findWhoAmI(ctx: Context): Promise<WhoAmI | null> {
  if (ctx.actor.kind !== 'person') return null;
  const person = await ctx.db
    .selectFrom('person')
    .innerJoin('account', 'account.personId', 'person.id')
    .select(['person.lastName', 'person.firstName', 'person.middleName', 'account.theme'])
    .where('person.id', '=', ctx.actor.personId)
    .executeTakeFirst();
  if (!person) return null;
  const roles = [...new Set(ctx.actor.grants.map((grant) => grant.role))].filter(isRole).map((role) => roleNames[role]);
  return { who: [shortName(person), ...roles.slice(0, 2)].join(', '), theme: person.theme };
}
