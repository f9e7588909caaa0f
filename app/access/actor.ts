import type { Database } from '#db/database.ts';
import type { Day, Id } from '#db/schema.ts';
import { type Holder, linesOf, type Permission } from './policy.ts';
import type { Role } from './roles.ts';

/** A role in force today at a unit. */
export interface Grant {
  readonly id: Id;
  readonly role: Role;
  readonly unitId: Id;
  readonly regionId: Id | null;
}

/** Name of a signed-in person and the appearance chosen for pages. */
export interface Face {
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string | null;
  readonly theme: string;
}

/** Who acts: nobody yet, a signed-in person with the grants in force, or a named job of the system. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | {
      readonly kind: 'person';
      readonly personId: Id;
      readonly accountId: Id;
      readonly grants: readonly Grant[];
      /** How the frame of a page shows the person; known of whoever sent a request. */
      readonly face?: Face;
    }
  | { readonly kind: 'system'; readonly name: string };

/** What a question of access needs to be answered. */
export interface Asker {
  readonly db: Database;
  readonly actor: Actor;
  readonly today: Day;
}

/** Grants of the actor that hold the given line of the policy. */
export function grantsFor(actor: Actor, holder: Holder): readonly Grant[] {
  return actor.kind === 'person' ? actor.grants.filter((grant) => grant.role === holder) : [];
}

/** Whether any line of the permission could apply to the actor at all; rows decide the rest. */
export function mayHold(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'anonymous') return false;
  return linesOf(permission).some(([holder]) => holder === 'everyone' || grantsFor(actor, holder).length > 0);
}

/** Whether the actor holds the permission through a role, not merely about what names the person. */
export function holdsByRole(actor: Actor, permission: Permission): boolean {
  return linesOf(permission).some(([holder]) => holder !== 'everyone' && grantsFor(actor, holder).length > 0);
}
