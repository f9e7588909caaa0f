import { type Kysely, sql } from 'kysely';

/** What each side of a reverse mentorship teaches the other, with its goal and result (004-1 to 004-3, BR-08). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mentorship_topic (
      id uuid not null constraint mentorship_topic_pk primary key,
      mentorship_id uuid not null constraint mentorship_topic_mentorship_fk references mentorship (id),
      unit_id uuid not null constraint mentorship_topic_unit_fk references org_unit (id),
      region_id uuid constraint mentorship_topic_region_fk references org_unit (id),
      teacher_id uuid not null constraint mentorship_topic_teacher_fk references person (id),
      learner_id uuid not null constraint mentorship_topic_learner_fk references person (id),
      topic text not null constraint mentorship_topic_topic_length check (length(topic) between 1 and 300),
      goal text not null constraint mentorship_topic_goal_length check (length(goal) between 1 and 1000),
      result text not null default '' constraint mentorship_topic_result_length check (length(result) <= 2000),
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint mentorship_topic_two_people check (teacher_id <> learner_id),
      constraint topic_already_there unique (mentorship_id, teacher_id)
    )`.execute(db);
  await sql`
    alter table mentorship add column reverse_ground text
      constraint mentorship_reverse_ground_known check (reverse_ground ~ '^(age|tenure|post)(,(age|tenure|post))*$')`.execute(
    db,
  );
  await sql`
    alter table mentorship add column outcome text not null default ''
      constraint mentorship_outcome_length check (length(outcome) <= 2000)`.execute(db);
}
