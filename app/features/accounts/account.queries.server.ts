import { type RawBuilder, sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { isRole, type Role } from '#app/access/roles.ts';
import { sessionLimits } from '#app/access/session-limits.ts';
import { within } from '#app/access/within.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { searchKey } from '#app/features/people/person-name.ts';
import type { Database } from '#db/database.ts';
import type { Id, Moment } from '#db/schema.ts';
import { type AccountState, accountState } from './account.ts';

const used = new WeakSet<Database>();

/** Whether anybody has an account yet; once true it stays so and is not asked again. */
export async function hasAnyAccount(db: Database): Promise<boolean> {
  if (used.has(db)) return true;
  const found = await db.selectFrom('account').select('id').limit(1).executeTakeFirst();
  if (found) used.add(db);
  return found !== undefined;
}

/** How the list is narrowed: part of a name, one unit (people of it, or with a role there). */
export interface AccountFilter {
  search: string;
  unit?: Id | undefined;
  page: number;
}

/** A person in the list: the account and the roles in force within the viewer's reach. */
export interface AccountLine {
  personId: Id;
  lastName: string;
  firstName: string;
  middleName: string | null;
  unitName: string;
  state: AccountState;
  roles: { role: Role; unitName: string }[];
  mayInvite: boolean;
}

/** A page of people whose accounts or roles the actor looks after, by name. */
export async function listAccounts(ctx: Context, filter: AccountFilter): Promise<AccountLine[]> {
  type Row = Omit<AccountLine, 'state' | 'roles'> & {
    hasPassword: boolean;
    linkExpiresAt: Moment | null;
    roles: { role: string; unitName: string }[] | null;
  };
  const { rows } = await sql<Row>`
    select person.id as person_id, person.last_name, person.first_name, person.middle_name,
      home.short_name as unit_name,
      account.password_hash is not null as has_password,
      (select max(invitation.expires_at) from invitation where invitation.person_id = person.id
        and invitation.used_at is null and invitation.withdrawn_at is null) as link_expires_at,
      (select json_agg(json_build_object('role', role_grant.role, 'unitName', place.short_name)
          order by role_grant.role, place.short_name, role_grant.id)
        from role_grant join org_unit place on place.id = role_grant.unit_id
        where role_grant.person_id = person.id and ${inForce(ctx)} and ${within(ctx, 'grant.manage')}) as roles,
      (${within(ctx, 'account.invite')} and person.id <> ${personOf(ctx)}) as may_invite
    from person
    join org_unit home on home.id = person.unit_id
    left join account on account.person_id = person.id
    where ${narrowed(ctx, filter)}
    order by person.search_name, person.id
    limit ${PAGE_SIZE} offset ${(filter.page - 1) * PAGE_SIZE}
  `.execute(ctx.db);
  return rows.map(({ hasPassword, linkExpiresAt, roles, ...row }) => ({
    ...row,
    state: accountState(hasPassword, linkExpiresAt, ctx.now),
    roles: (roles ?? []).flatMap(({ role, unitName }) => (isRole(role) ? [{ role, unitName }] : [])),
  }));
}

/** How many people the filter leaves. */
export async function countAccounts(ctx: Context, filter: AccountFilter): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from person where ${narrowed(ctx, filter)}`.execute(ctx.db);
  return rows[0]?.count ?? 0;
}

function inForce(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`(role_grant.started_on <= ${ctx.today}::date
    and (role_grant.ended_on is null or role_grant.ended_on >= ${ctx.today}::date))`;
}

/** People of the actor's reach, and whoever holds a role there though at home elsewhere. */
function lookedAfter(ctx: Context): RawBuilder<boolean> {
  return sql<boolean>`(${within(ctx, 'account.invite')} or exists (select 1 from role_grant
    where role_grant.person_id = person.id and ${inForce(ctx)} and ${within(ctx, 'grant.manage')}))`;
}

function narrowed(ctx: Context, filter: AccountFilter): RawBuilder<boolean> {
  const conditions = [lookedAfter(ctx)];
  const { unit } = filter;
  if (unit) {
    conditions.push(sql<boolean>`(person.unit_id = ${unit} or exists (select 1 from role_grant
      where role_grant.person_id = person.id and role_grant.unit_id = ${unit} and ${inForce(ctx)}
      and ${within(ctx, 'grant.manage')}))`);
  }
  for (const word of searchKey(filter.search).split(' ').filter(Boolean)) {
    conditions.push(sql<boolean>`position(${word} in person.search_name) > 0`);
  }
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`;
}

/** A person whose roles or account are looked after. */
export interface LookedAfter {
  id: Id;
  lastName: string;
  firstName: string;
  middleName: string | null;
  email: string | null;
  unitId: Id;
  unitName: string;
  login: string | null;
  state: AccountState;
  linkExpiresAt: Moment | null;
  /** Login of the latest link that was neither used nor withdrawn. */
  linkLogin: string | null;
  mayInvite: boolean;
}

/** The person, when the actor looks after the account or a role. Throws NotFound. */
export async function findLookedAfter(ctx: Context, personId: Id): Promise<LookedAfter> {
  const row = await ctx.db
    .selectFrom('person')
    .innerJoin('orgUnit as home', 'home.id', 'person.unitId')
    .leftJoin('account', 'account.personId', 'person.id')
    .select((eb) => [
      'person.id',
      'person.lastName',
      'person.firstName',
      'person.middleName',
      'person.email',
      'person.unitId',
      'home.shortName as unitName',
      'account.login',
      eb('account.passwordHash', 'is not', null).as('hasPassword'),
      within(ctx, 'account.invite').as('mayInvite'),
      eb
        .selectFrom('invitation')
        .select((link) => link.fn.max('invitation.expiresAt').as('last'))
        .whereRef('invitation.personId', '=', 'person.id')
        .where('invitation.usedAt', 'is', null)
        .where('invitation.withdrawnAt', 'is', null)
        .as('linkExpiresAt'),
      eb
        .selectFrom('invitation')
        .select('invitation.login')
        .whereRef('invitation.personId', '=', 'person.id')
        .where('invitation.usedAt', 'is', null)
        .where('invitation.withdrawnAt', 'is', null)
        .orderBy('invitation.createdAt', 'desc')
        .orderBy('invitation.id', 'desc')
        .limit(1)
        .as('linkLogin'),
    ])
    .where('person.id', '=', personId)
    .where(lookedAfter(ctx))
    .executeTakeFirst();
  if (!row) throw new NotFound('person');
  const { hasPassword, email, ...person } = row;
  const state = accountState(Boolean(hasPassword), row.linkExpiresAt, ctx.now);
  return { ...person, state, email: row.mayInvite ? email : null };
}

/** The actor's own account as the pages about it show it. */
export async function findOwnAccount(ctx: Context): Promise<{ id: Id; login: string; theme: string }> {
  const account = await ctx.db
    .selectFrom('account')
    .select(['id', 'login', 'theme'])
    .where('personId', '=', personOf(ctx))
    .executeTakeFirst();
  if (!account) throw new NotFound('account');
  return account;
}

/** A signed-in browser of the actor. */
export interface OwnSession {
  id: string;
  device: string;
  createdAt: Moment;
  lastSeenAt: Moment;
}

/** The actor's own sessions that have not run out, the latest used first. */
export async function listOwnSessions(ctx: Context): Promise<OwnSession[]> {
  return ctx.db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.userId')
    .select(['session.id', 'session.device', 'session.createdAt', 'session.lastSeenAt'])
    .where('account.personId', '=', personOf(ctx))
    .where('session.expiresAt', '>', sql<Moment>`now()`)
    .where('session.lastSeenAt', '>', sql<Moment>`now() - make_interval(mins => ${sessionLimits.idleMinutes})`)
    .orderBy('session.lastSeenAt', 'desc')
    .orderBy('session.id')
    .limit(PAGE_SIZE)
    .execute();
}
