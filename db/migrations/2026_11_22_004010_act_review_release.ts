import { type Kysely, sql } from 'kysely';

/** Who was asked and is not named when the text is submitted again is asked no more; an answer given stays for ever. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function refuse_change_of_answer() returns trigger language plpgsql as $$
    begin
      if old.answer is not null then
        raise exception 'an answer never changes' using errcode = 'RY002';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`.execute(db);
}
