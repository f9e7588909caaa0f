/**
 * An invitation: a link to a first password, or to a new one when the old is lost. It works once, for seven days, and
 * only while the one who made it could still give every role its person holds: a link never opens more than that.
 * Source: issue 2 part 3, RELIABILITY case 24.
 */
export type InvitationRule =
  | 'invite-oneself'
  | 'invite-above'
  | 'invite-login-wrong'
  | 'account-login-taken'
  | 'account-person-has-one'
  | 'invitation-gone';

const LOGIN = /^[\p{L}\p{N}._%+-]+(@[\p{L}\p{N}.-]+)?$/u;
const SHORTEST_LOGIN = 3;
const LONGEST_LOGIN = 200;

/** Why a login may not be this one; it is already in its normal form. */
export function ruleAgainstLogin(login: string): InvitationRule | null {
  if (login.length < SHORTEST_LOGIN || login.length > LONGEST_LOGIN) return 'invite-login-wrong';
  return LOGIN.test(login) ? null : 'invite-login-wrong';
}
