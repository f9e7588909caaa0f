import { type Kysely, sql } from 'kysely';

/** Educational routes of four or five years: seven positions, tutors as periods, roadmap steps of four kinds. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table competence_area (
      code text not null constraint competence_area_pk primary key,
      name text not null,
      position integer not null
    )`.execute(db);
  await sql`
    insert into competence_area (code, name, position) values
      ('scientific_theoretical', 'научно-теоретические', 1),
      ('legal', 'нормативно-правовые', 2),
      ('subject', 'предметно-профессиональные', 3),
      ('psychological_pedagogical', 'психолого-педагогические (обучающиеся и родители)', 4),
      ('methodical', 'методические (содержание, методики, технологии)', 5),
      ('ict', 'ИКТ-компетенции', 6),
      ('digitalisation', 'цифровизация образования', 7),
      ('extracurricular', 'внеурочная и воспитательная деятельность', 8),
      ('health', 'здоровьесбережение', 9)`.execute(db);
  await sql`
    create table educational_route (
      id uuid not null constraint educational_route_pk primary key,
      person_id uuid not null constraint educational_route_person_fk references person (id),
      unit_id uuid not null constraint educational_route_unit_fk references org_unit (id),
      region_id uuid constraint educational_route_region_fk references org_unit (id),
      centre_id uuid not null constraint educational_route_centre_fk references org_unit (id),
      years integer not null constraint route_years_four_or_five check (years in (4, 5)),
      started_on date not null,
      ended_on date not null,
      target_image text not null default '',
      state text not null constraint educational_route_state_known check (state in ('active', 'completed', 'stopped')),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint educational_route_length_fits_years check (ended_on = (started_on + make_interval(years => years))::date - 1),
      constraint route_overlaps exclude using gist
        (person_id with =, daterange(started_on, ended_on, '[]') with &&) where (state = 'active')
    )`.execute(db);
  await sql`create index educational_route_unit on educational_route (unit_id)`.execute(db);
  await sql`create index educational_route_centre on educational_route (centre_id, started_on)`.execute(db);
  await sql`
    create table route_tutor (
      id uuid not null constraint route_tutor_pk primary key,
      route_id uuid not null constraint route_tutor_route_fk references educational_route (id),
      person_id uuid not null constraint route_tutor_person_fk references person (id),
      started_on date not null,
      ended_on date,
      constraint route_tutor_overlaps exclude using gist
        (route_id with =, daterange(started_on, ended_on, '[]') with &&)
    )`.execute(db);
  await sql`create index route_tutor_person on route_tutor (person_id)`.execute(db);
  await sql`
    create table route_position (
      route_id uuid not null constraint route_position_route_fk references educational_route (id),
      position integer not null constraint route_position_one_of_seven check (position between 1 and 7),
      opened_on date,
      completed_on date,
      note text not null default '',
      constraint route_position_pk primary key (route_id, position),
      constraint route_position_opened_first check (completed_on is null or completed_on >= opened_on)
    )`.execute(db);
  await sql`
    create table route_step (
      id uuid not null constraint route_step_pk primary key,
      route_id uuid not null constraint route_step_route_fk references educational_route (id),
      unit_id uuid not null constraint route_step_unit_fk references org_unit (id),
      region_id uuid constraint route_step_region_fk references org_unit (id),
      kind text not null constraint route_step_kind_known check (kind in ('course', 'trial', 'innovation', 'measure')),
      area_code text constraint route_step_area_fk references competence_area (code),
      title text not null constraint route_step_title_length check (length(title) between 1 and 300),
      expected_product text not null default '',
      started_on date not null,
      due_on date not null,
      product text,
      attitude text,
      closed_on date,
      tutor_note text not null default '',
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint route_step_due_before_start check (due_on >= started_on),
      constraint step_needs_product_and_attitude check (
        closed_on is null or (coalesce(product, '') <> '' and coalesce(attitude, '') <> ''))
    )`.execute(db);
  await sql`create index route_step_route on route_step (route_id, due_on, id)`.execute(db);
  await sql`create index route_step_unit_due on route_step (unit_id, due_on)`.execute(db);
}
