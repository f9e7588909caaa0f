import { assertCanAt } from '#app/access/can.server.ts';
import type { Role } from '#app/access/roles.ts';
import type { Context } from '#app/core/context.server.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { insertPerson } from '#app/features/people/person.operations.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { grantRole } from './grant.operations.server.ts';
import { type Post, writeInvitation } from './invitation.operations.server.ts';

/** Somebody who is not on any staff list: an officer of a ministry, a tutor, a coordinator. */
export interface AddOfficial {
  lastName: string;
  firstName: string;
  middleName: string | null;
  email: string | null;
  login: string;
  unitId: Id;
  role: Role;
  startedOn: Day;
}

/**
 * Records an official with a first role and a link to a first password. The link's secret is given once and only to the
 * first post of a form. Throws NotFound outside `account.add`, and whatever `grantRole` and `invite` throw.
 */
export async function addOfficial(
  ctx: Context,
  input: AddOfficial,
  post: Post,
  onceKey: string | null,
): Promise<{ personId: Id; token: string | null }> {
  return transact(ctx, async (tx) => {
    await assertCanAt(tx, 'account.add', input.unitId);
    let token: string | null = null;
    const { personId } = await once(tx, onceKey, input, async () => {
      const { lastName, firstName, middleName, email, unitId, role, startedOn, login } = input;
      const unknown = { birthOn: null, phone: null, category: 'none', teachingSince: null, employment: null } as const;
      const { id } = await insertPerson(tx, { unitId, lastName, firstName, middleName, email, ...unknown });
      await grantRole(tx, { personId: id, role, unitId, startedOn, endedOn: null });
      token = await writeInvitation(tx, { personId: id, login }, post);
      return { personId: id };
    });
    return { personId, token };
  });
}
