import { type Kysely, sql } from 'kysely';

/** Accounts, sessions (only hashes of their ids), invitations, grants as periods, counters of failed sign-ins. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table account (
      id uuid not null constraint account_pk primary key,
      person_id uuid not null constraint account_person_fk references person (id),
      login text not null constraint account_login_lower check (login = lower(login) and length(login) between 3 and 200),
      password_hash text,
      theme text not null default 'normal' constraint account_theme_known check (theme in ('normal', 'contrast', 'large', 'contrast-large')),
      created_at timestamptz not null default now(),
      constraint account_login_taken unique (login),
      constraint account_person_has_one unique (person_id)
    )`.execute(db);
  await sql`
    create table session (
      id text not null constraint session_pk primary key,
      user_id uuid not null constraint session_account_fk references account (id) on delete cascade,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      last_seen_at timestamptz not null default now(),
      device text not null default ''
    )`.execute(db);
  await sql`create index session_account on session (user_id)`.execute(db);
  await sql`
    create table invitation (
      id uuid not null constraint invitation_pk primary key,
      person_id uuid not null constraint invitation_person_fk references person (id),
      unit_id uuid not null constraint invitation_unit_fk references org_unit (id),
      region_id uuid constraint invitation_region_fk references org_unit (id),
      token_hash text not null constraint invitation_token_taken unique,
      login text not null,
      invited_by uuid constraint invitation_invited_by_fk references person (id),
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz,
      withdrawn_at timestamptz
    )`.execute(db);
  await sql`create index invitation_unit on invitation (unit_id)`.execute(db);
  await sql`
    create table role_grant (
      id uuid not null constraint role_grant_pk primary key,
      person_id uuid not null constraint role_grant_person_fk references person (id),
      role text not null constraint role_grant_role_known check (role in (
        'administrator', 'auditor', 'head', 'curator', 'mentor', 'mentee', 'psychologist', 'hrOfficer',
        'municipalCoordinator', 'methodologist', 'tutor', 'centreHead', 'ministryOfficer', 'federalOperator',
        'federalCentre', 'partner', 'guardian')),
      unit_id uuid not null constraint role_grant_unit_fk references org_unit (id),
      region_id uuid constraint role_grant_region_fk references org_unit (id),
      started_on date not null,
      ended_on date,
      granted_by uuid constraint role_grant_granted_by_fk references person (id),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint role_grant_period_in_order check (ended_on >= started_on - 1),
      constraint role_grant_overlaps exclude using gist
        (person_id with =, role with =, unit_id with =, daterange(started_on, ended_on + 1, '[)') with &&)
    )`.execute(db);
  await sql`create index role_grant_person on role_grant (person_id)`.execute(db);
  await sql`create index role_grant_unit on role_grant (unit_id, role)`.execute(db);
  await sql`
    create table sign_in_attempt (
      key varchar(255) not null constraint sign_in_attempt_pk primary key,
      points integer not null default 0,
      expire bigint
    )`.execute(db);
}
