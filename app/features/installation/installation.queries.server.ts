import { holdsByRole } from '#app/access/actor.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { hasAnyAccount } from '#app/features/accounts/account.queries.server.ts';
import { findOptionalDemonstration } from '#app/features/accounts/demonstration.queries.server.ts';
import type { Database } from '#db/database.ts';

/** Refuses unless nobody has an account yet. Throws NotFound: afterwards the first run does not exist. */
export async function assertFirstRun(db: Database): Promise<void> {
  if (await hasAnyAccount(db)) throw new NotFound('first run');
}

/** Refuses all but administrators. Throws NotFound. */
export function assertInstallationManager(ctx: Context): void {
  if (!holdsByRole(ctx.actor, 'installation.manage')) throw new NotFound('installation');
}

/** Refuses outside a demonstration region. Throws NotFound. */
export async function assertDemonstration(db: Database): Promise<void> {
  if (!(await findOptionalDemonstration(db))) throw new NotFound('demonstration');
}
