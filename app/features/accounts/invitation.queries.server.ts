import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { hashToken } from './invitation-token.server.ts';
import { personCoversEveryRole } from './standing.server.ts';

/** A link that still works: whose, for which login. */
export interface OpenInvitation {
  id: Id;
  personId: Id;
  unitId: Id;
  regionId: Id | null;
  login: string;
  firstName: string;
  middleName: string | null;
}

/** The link behind a secret, or null: unknown, used, withdrawn, too old, or its maker may no longer give what it opens. */
export async function findOptionalInvitation(ctx: Context, token: string): Promise<OpenInvitation | null> {
  const row = await ctx.db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.personId')
    .select([
      'invitation.id',
      'invitation.personId',
      'invitation.unitId',
      'invitation.regionId',
      'invitation.login',
      'invitation.invitedBy',
      'person.firstName',
      'person.middleName',
    ])
    .where('invitation.tokenHash', '=', hashToken(token))
    .where('invitation.usedAt', 'is', null)
    .where('invitation.withdrawnAt', 'is', null)
    .where('invitation.expiresAt', '>', ctx.now)
    .executeTakeFirst();
  if (!row) return null;
  const { invitedBy, ...invitation } = row;
  return (await personCoversEveryRole(ctx, invitedBy, row.personId)) ? invitation : null;
}
