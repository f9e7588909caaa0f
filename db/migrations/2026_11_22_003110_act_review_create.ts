import { type Kysely, sql } from 'kysely';

/** Who was asked about a text before the head decides, what each answered, and what council and union said of it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table act_review (
      id uuid not null constraint act_review_pk primary key,
      act_id uuid not null constraint act_review_act_fk references local_act (id),
      unit_id uuid not null constraint act_review_unit_fk references org_unit (id),
      region_id uuid constraint act_review_region_fk references org_unit (id),
      person_id uuid not null constraint act_review_person_fk references person (id),
      document_hash text not null,
      asked_by uuid not null constraint act_review_asked_by_fk references person (id),
      answer text constraint act_review_answer_known check (answer in ('agreed', 'commented')),
      comment text constraint act_review_comment_length check (length(comment) <= 2000),
      answered_at timestamptz,
      created_at timestamptz not null default now(),
      constraint act_review_asked_twice unique (act_id, document_hash, person_id),
      constraint act_review_answer_whole check ((answer is null) = (answered_at is null)),
      constraint act_review_comment_missing check (answer <> 'commented' or comment <> '')
    )`.execute(db);
  await sql`create index act_review_person on act_review (person_id) where answer is null`.execute(db);
  await sql`
    create table act_opinion (
      id uuid not null constraint act_opinion_pk primary key,
      act_id uuid not null constraint act_opinion_act_fk references local_act (id),
      unit_id uuid not null constraint act_opinion_unit_fk references org_unit (id),
      region_id uuid constraint act_opinion_region_fk references org_unit (id),
      body text not null constraint act_opinion_body_known check (body in ('council', 'union')),
      document_hash text not null,
      outcome text not null constraint act_opinion_outcome_known check (outcome in ('adopted', 'agreed', 'objected', 'absent')),
      number text constraint act_opinion_number_length check (length(number) <= 50),
      held_on date,
      note text not null default '' constraint act_opinion_note_length check (length(note) <= 1000),
      recorded_by uuid not null constraint act_opinion_recorded_by_fk references person (id),
      created_at timestamptz not null default now(),
      constraint act_opinion_recorded_already unique (act_id, document_hash, body),
      constraint act_opinion_outcome_of_body check ((body = 'council') = (outcome = 'adopted')),
      constraint act_opinion_whole check (outcome = 'absent' or (number is not null and held_on is not null))
    )`.execute(db);
  await sql`
    create function refuse_change_of_answer() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or old.answer is not null then
        raise exception 'an answer never changes' using errcode = 'RY002';
      end if;
      return new;
    end $$`.execute(db);
  await sql`
    create trigger act_review_answer_is_immutable before update or delete on act_review
      for each row execute function refuse_change_of_answer()`.execute(db);
  await sql`
    create trigger act_opinion_is_append_only before update or delete on act_opinion
      for each row execute function refuse_change()`.execute(db);
}
