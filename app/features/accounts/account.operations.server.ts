import { Forbidden } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { normalLogin } from './account.ts';

/**
 * Opens an account with a known password, already hashed; only the system does, for the first administrator and the
 * demonstration region, where one hash serves many accounts.
 * Throws Forbidden for people; RuleBroken `account-login-taken`, `account-person-has-one`.
 */
export async function openAccountHashed(
  ctx: Context,
  input: { personId: Id; login: string; passwordHash: string },
): Promise<{ id: Id }> {
  if (ctx.actor.kind !== 'system') throw new Forbidden('account.open');
  return transact(ctx, async (tx) => {
    const id = newId();
    const login = normalLogin(input.login);
    const { personId, passwordHash } = input;
    await tx.db.insertInto('account').values({ id, personId, login, passwordHash }).execute();
    const home = tx.db.selectFrom('person').select(['unitId', 'regionId']).where('id', '=', personId);
    const scope = await home.executeTakeFirstOrThrow();
    // The login is mostly the e-mail, and nothing can be taken out of the journal again.
    await journal(tx, { act: 'openAccount', objectKind: 'account', objectId: id, ...scope, personId });
    return { id };
  });
}
