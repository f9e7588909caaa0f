import { type Kysely, sql } from 'kysely';

/** What is said about a step by its owner, the tutor and, about the plan, the curator; never changed afterwards. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table step_remark (
      id uuid not null constraint step_remark_pk primary key,
      step_id uuid not null constraint step_remark_step_fk references route_step (id),
      author_id uuid not null constraint step_remark_author_fk references person (id),
      kind text not null constraint step_remark_kind_known
        check (kind in ('remark', 'agreed', 'accepted', 'more', 'supplement')),
      is_about_plan boolean not null,
      text text not null constraint step_remark_length check (length(text) <= 4000),
      created_at timestamptz not null,
      constraint step_remark_agrees_on_plan check (kind <> 'agreed' or is_about_plan),
      constraint remark_needs_text check (kind in ('agreed', 'accepted') or text <> '')
    )`.execute(db);
  await sql`create index step_remark_step on step_remark (step_id, created_at, id)`.execute(db);
}
