import { z } from 'zod';
import { ROLES } from '#app/access/roles.ts';
import { day, id, line, optionalDay, optionalLine, pageNumber, searchText, version } from '#app/core/form.ts';
import { LONGEST_PASSWORD, THEMES } from './account.ts';

/** A password as typed: nothing is cut off or cleaned. */
const password = () => z.string().min(1).max(LONGEST_PASSWORD);

/** A person's id in the address. */
export const personParams = z.object({ id: id() });
/** A grant's id in the address. */
export const grantParams = z.object({ id: id() });
/** A link's secret in the address. */
export const tokenParams = z.object({ token: z.string().regex(/^[\w-]{20,80}$/) });
/** A session in the address: the hash the database holds. */
export const sessionParams = z.object({ id: z.string().regex(/^[0-9a-f]{64}$/) });

/** Signing in; `next` is the page asked for before. */
export const signInSchema = z.object({ login: line(200), password: password(), next: z.string().max(2000).optional() });
/** Where to go after signing in. */
export const signInQuery = z.object({ next: z.string().max(2000).optional().catch(undefined) });
/** A new password typed twice. */
export const newPasswordSchema = z.object({ password: password(), repeat: password() });
/** A change of the own password. */
export const changePasswordSchema = z.object({ current: password(), password: password(), repeat: password() });
/** The look of pages. */
export const themeSchema = z.object({ theme: z.enum(THEMES) });
/** A link for a person; the login counts only when the person has no account yet. */
export const inviteSchema = z.object({ login: line(200) });

/** A role for a person. */
export const grantRoleSchema = z.object({
  role: z.enum(ROLES),
  unitId: id(),
  startedOn: day(),
  endedOn: optionalDay(),
});
/** The end of a role: at once, or on a last day. */
export const endGrantSchema = z.object({
  when: z.enum(['now', 'day']),
  endedOn: optionalDay(),
  version: version(),
});

/** Somebody who is not a teacher, with the first role. */
export const officialSchema = z.object({
  lastName: line(100),
  firstName: line(100),
  middleName: optionalLine(100),
  email: z.union([z.literal(''), z.email().max(200)]),
  login: line(200),
  unitId: id(),
  role: z.enum(ROLES),
  startedOn: day(),
});

/** Filter of the list of accounts: part of a name, one unit. */
export const accountFilter = z.object({
  search: searchText(),
  unit: id().optional().catch(undefined),
  page: pageNumber(),
});
