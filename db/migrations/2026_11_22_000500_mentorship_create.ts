import { type Kysely, sql } from 'kysely';

/** Mentorships: directories of forms and kinds, mentors' limits, the mentorship, its dated members, their consents. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentoring_form (
      code text not null constraint mentoring_form_pk primary key,
      name text not null,
      family text not null constraint mentoring_form_family_known check (family in ('teacher', 'student', 'reverse')),
      position integer not null
    )`.execute(db);
  await sql`
    insert into mentoring_form (code, name, family, position) values
      ('teacher_teacher', 'педагог – педагог', 'teacher', 1),
      ('head_teacher', 'руководитель образовательной организации – педагог', 'teacher', 2),
      ('employer_student', 'работодатель – студент педагогического вуза (колледжа)', 'teacher', 3),
      ('lecturer_young_teacher', 'педагог вуза (колледжа) – молодой педагог', 'teacher', 4),
      ('partner_teacher', 'социальный партнёр – педагог', 'teacher', 5)`.execute(db);
  await sql`
    create table mentoring_kind (
      code text not null constraint mentoring_kind_pk primary key,
      name text not null,
      position integer not null
    )`.execute(db);
  await sql`
    insert into mentoring_kind (code, name, position) values
      ('one_to_one', 'традиционное «один на один»', 1),
      ('group', 'наставничество в группе', 2),
      ('short_term', 'краткосрочное (целеполагающее)', 3),
      ('virtual', 'виртуальное (дистанционное)', 4),
      ('reverse', 'реверсивное', 5),
      ('situational', 'ситуационное', 6),
      ('speed', 'скоростное', 7),
      ('self_directed', 'саморегулируемое', 8)`.execute(db);
  await sql`
    create table mentor_profile (
      person_id uuid not null constraint mentor_profile_person_fk references person (id),
      unit_id uuid not null constraint mentor_profile_unit_fk references org_unit (id),
      region_id uuid constraint mentor_profile_region_fk references org_unit (id),
      load_limit_people integer not null default 3
        constraint mentor_profile_load_limit_range check (load_limit_people between 0 and 5),
      strengths text not null default '',
      is_open_outside boolean not null default false,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint mentor_profile_pk primary key (person_id, unit_id)
    )`.execute(db);
  await sql`
    create table mentorship (
      id uuid not null constraint mentorship_pk primary key,
      unit_id uuid not null constraint mentorship_unit_fk references org_unit (id),
      region_id uuid constraint mentorship_region_fk references org_unit (id),
      form_code text not null constraint mentorship_form_fk references mentoring_form (code),
      kind_code text not null constraint mentorship_kind_fk references mentoring_kind (code),
      legal_basis text not null constraint mentorship_legal_basis_known check (legal_basis in (
        'labor_351_8', 'job_function', 'civil_contract', 'cooperation_agreement', 'volunteer', 'student_activity')),
      focus text not null default '' constraint mentorship_focus_length check (length(focus) <= 2000),
      state text not null constraint mentorship_state_known check (state in (
        'proposed', 'consented', 'active', 'declined', 'withdrawn', 'closed')),
      started_on date not null,
      ended_on date not null,
      proposed_by uuid not null constraint mentorship_proposed_by_fk references person (id),
      activated_at timestamptz,
      finished_on date,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint mentorship_ends_before_start check (ended_on >= started_on),
      constraint mentorship_too_long check (ended_on < started_on + 1827),
      constraint mentorship_active_when_ordered check ((state in ('active', 'closed')) = (activated_at is not null)),
      constraint mentorship_finished_when_closed check ((state = 'closed') = (finished_on is not null))
    )`.execute(db);
  await sql`create index mentorship_unit on mentorship (unit_id, state, started_on desc, id)`.execute(db);
  await sql`
    create table mentorship_member (
      id uuid not null constraint mentorship_member_pk primary key,
      mentorship_id uuid not null constraint mentorship_member_mentorship_fk references mentorship (id),
      person_id uuid not null constraint mentorship_member_person_fk references person (id),
      unit_id uuid not null constraint mentorship_member_unit_fk references org_unit (id),
      region_id uuid constraint mentorship_member_region_fk references org_unit (id),
      side text not null constraint mentorship_member_side_known check (side in ('mentor', 'mentee')),
      started_on date not null,
      ended_on date not null,
      constraint mentorship_member_period_in_order check (ended_on >= started_on),
      constraint mentor_is_mentee exclude using gist
        (mentorship_id with =, person_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`create index mentorship_member_person on mentorship_member (person_id, side)`.execute(db);
  await sql`
    create table consent (
      id uuid not null constraint consent_pk primary key,
      mentorship_id uuid not null constraint consent_mentorship_fk references mentorship (id),
      person_id uuid not null constraint consent_person_fk references person (id),
      unit_id uuid not null constraint consent_unit_fk references org_unit (id),
      region_id uuid constraint consent_region_fk references org_unit (id),
      answer text not null constraint consent_answer_known check (answer in ('given', 'declined')),
      manner text not null constraint consent_manner_known check (manner in ('electronic', 'paper')),
      answered_on date not null,
      recorded_by uuid not null constraint consent_recorded_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint consent_already_answered unique (mentorship_id, person_id)
    )`.execute(db);
}
