import { hashPassword } from '#app/access/password.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { openAccountHashed } from '#app/features/accounts/account.operations.server.ts';
import { normalPassword } from '#app/features/accounts/account.ts';
import { type GrantRole, grantRole } from '#app/features/accounts/grant.operations.server.ts';
import type { Id } from '#db/schema.ts';

const hashes = new Map<string, Promise<string>>();

/** Opens an account; the same password is hashed once however many accounts have it. */
export async function makeAccount(
  ctx: Context,
  account: { personId: Id; login: string; password: string },
): Promise<{ id: Id }> {
  const hash = hashes.get(account.password) ?? hashPassword(normalPassword(account.password));
  hashes.set(account.password, hash);
  return openAccountHashed(ctx, { personId: account.personId, login: account.login, passwordHash: await hash });
}

/** Gives a role to a person at a unit, without an end and since 2020 unless said otherwise. */
export async function makeGrant(
  ctx: Context,
  grant: Pick<GrantRole, 'personId' | 'role' | 'unitId'> & Partial<GrantRole>,
): Promise<{ id: Id }> {
  return grantRole(ctx, { startedOn: '2020-09-01', endedOn: null, ...grant });
}
