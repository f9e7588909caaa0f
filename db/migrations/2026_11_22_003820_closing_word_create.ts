import { type Kysely, sql } from 'kysely';

/** What each member says at the end of a mentorship, in his own words: one text a person, for head and curator. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table closing_word (
      id uuid not null constraint closing_word_pk primary key,
      mentorship_id uuid not null constraint closing_word_mentorship_fk references mentorship (id),
      unit_id uuid not null constraint closing_word_unit_fk references org_unit (id),
      region_id uuid constraint closing_word_region_fk references org_unit (id),
      person_id uuid not null constraint closing_word_person_fk references person (id),
      side text not null constraint closing_word_side_known check (side in ('mentor', 'mentee')),
      words text not null constraint closing_word_words_length check (length(words) between 1 and 2000),
      written_on date not null,
      version integer not null default 1,
      created_at timestamptz not null default now(),
      constraint closing_word_once unique (mentorship_id, person_id)
    )`.execute(db);
}
