import { assertCan } from '#app/access/can.server.ts';
import { hashPassword } from '#app/access/password.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { endSessionsOf } from '#app/access/session.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { journal } from '#app/features/journal/journal.operations.server.ts';
import { queueLetter } from '#app/features/notifications/mail.operations.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { INVITATION_DAYS, normalLogin, normalPassword, ruleAgainstPassword } from './account.ts';
import { isOneself } from './grant-reach.server.ts';
import { findOptionalInvitation, type OpenInvitation } from './invitation.queries.server.ts';
import { letterText } from './invitation.text.ts';
import { ruleAgainstLogin } from './invitation.ts';
import { hashToken, newToken } from './invitation-token.server.ts';
import { actorCoversEveryRole } from './standing.server.ts';

const DAY_MS = 86_400_000;

/** Where links lead, and whether this installation can send mail. */
export interface Post {
  origin: string;
  smtpUrl: string | null;
}

/**
 * Makes a link to a first or new password and gives its secret, which is stored nowhere. Earlier links of the person stop
 * working. With mail set up and an address known, the link is also sent. Throws NotFound; RuleBroken `invite-oneself`,
 * `invite-above`, `invite-login-wrong`, `account-login-taken`.
 */
export async function invite(ctx: Context, input: { personId: Id; login: string }, post: Post): Promise<string> {
  return transact(ctx, async (tx) => {
    await assertCan(tx, 'account.invite', input.personId);
    return writeInvitation(tx, input, post);
  });
}

/** Writes the link inside an act that has already asked for the right. */
export async function writeInvitation(
  tx: Context,
  input: { personId: Id; login: string },
  post: Post,
): Promise<string> {
  const { personId } = input;
  const person = await tx.db
    .selectFrom('person')
    .leftJoin('account', 'account.personId', 'person.id')
    .select(['person.unitId', 'person.regionId', 'person.email', 'account.login'])
    .where('person.id', '=', personId)
    .forUpdate('person')
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  if (isOneself(tx, personId)) throw new RuleBroken('invite-oneself');
  if (!(await actorCoversEveryRole(tx, personId))) throw new RuleBroken('invite-above');
  const login = person.login ?? (await freeLogin(tx, input.login));
  await withdrawLinks(tx, personId);
  const token = newToken();
  const { unitId, regionId } = person;
  const id = newId();
  const invitedBy = tx.actor.kind === 'person' ? tx.actor.personId : null;
  const expiresAt = new Date(Date.parse(tx.now) + INVITATION_DAYS * DAY_MS).toISOString();
  const scope = { personId, unitId, regionId };
  await tx.db
    .insertInto('invitation')
    .values({ id, ...scope, tokenHash: hashToken(token), login, invitedBy, createdAt: tx.now, expiresAt })
    .execute();
  if (person.email && post.smtpUrl !== null) {
    const link = `${post.origin}${paths.invitation(token)}`;
    await queueLetter(tx, { recipient: person.email, subject: letterText.subject, body: letterText.body(link, login) });
  }
  // The login is mostly the e-mail, and nothing can be taken out of the journal again.
  await journal(tx, { act: 'invite', objectKind: 'invitation', objectId: id, ...scope });
  return token;
}

async function freeLogin(tx: Context, asked: string): Promise<string> {
  const login = normalLogin(asked);
  const refusal = ruleAgainstLogin(login);
  if (refusal) throw new RuleBroken(refusal, 'login');
  const taken = await tx.db.selectFrom('account').select('id').where('login', '=', login).executeTakeFirst();
  if (taken) throw new RuleBroken('account-login-taken', 'login');
  return login;
}

async function withdrawLinks(tx: Context, personId: Id): Promise<void> {
  await tx.db
    .updateTable('invitation')
    .set({ withdrawnAt: tx.now })
    .where('personId', '=', personId)
    .where('usedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .execute();
}

/**
 * Uses a link: sets the password, ends every session the account had, and tells whose account it is. Throws RuleBroken
 * `invitation-gone` for a link that is used, withdrawn, too old or unknown, `account-login-taken`, and the rules of
 * passwords.
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  input: { password: string; repeat: string },
): Promise<{ id: Id; personId: Id }> {
  const asked = await openInvitation(ctx, token);
  const refusal = ruleAgainstPassword(input.password, input.repeat, asked.login);
  if (refusal) throw new RuleBroken(refusal, refusal === 'password-not-repeated' ? 'repeat' : 'password');
  const passwordHash = await hashPassword(normalPassword(input.password));
  // The account may not exist yet; nothing below asks for its id.
  const actor = { kind: 'person', personId: asked.personId, accountId: asked.id, grants: [] } as const;
  return transact({ ...ctx, actor }, async (tx) => {
    await tx.db.selectFrom('invitation').select('id').where('id', '=', asked.id).forUpdate().execute();
    const { id, personId, login, unitId, regionId } = await openInvitation(tx, token);
    await tx.db.updateTable('invitation').set({ usedAt: tx.now }).where('id', '=', id).execute();
    const account = await tx.db
      .insertInto('account')
      .values({ id: newId(), personId, login, passwordHash })
      .onConflict((conflict) => conflict.constraint('account_person_has_one').doUpdateSet({ passwordHash }))
      .returning('id')
      .executeTakeFirstOrThrow();
    await endSessionsOf(tx.db, account.id, null);
    const line = { objectKind: 'account', objectId: account.id, personId, unitId, regionId };
    await journal(tx, { act: 'acceptInvitation', ...line });
    return { id: account.id, personId };
  });
}

async function openInvitation(ctx: Context, token: string): Promise<OpenInvitation> {
  const found = await findOptionalInvitation(ctx, token);
  if (!found) throw new RuleBroken('invitation-gone');
  return found;
}
