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

/** Who sent the request, in short; null for nobody. */
export function whoAmI({ actor }: Pick<Context, 'actor'>): WhoAmI | null {
  if (actor.kind !== 'person' || !actor.face) return null;
  const roles = [...new Set(actor.grants.map((grant) => grant.role))].filter(isRole).map((role) => roleNames[role]);
  return { who: [shortName(actor.face), ...roles.slice(0, 2)].join(', '), theme: actor.face.theme };
}
