import { type Kysely, sql } from 'kysely';

/**
 * Names people bore before: an approved text never changes, so the public page must know them to withhold them (BR-82).
 * Forms corrected by hand belong to the name they were corrected for and go with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table person_former_name (
      person_id uuid not null constraint person_former_name_person_fk references person (id),
      last_name text not null,
      first_name text not null,
      middle_name text not null,
      forms text[] not null,
      constraint person_former_name_pk primary key (person_id, last_name, first_name, middle_name)
    )`.execute(db);
  await sql`
    create function keep_former_name() returns trigger language plpgsql as $$
    begin
      insert into person_former_name as kept (person_id, last_name, first_name, middle_name, forms)
      values (old.id, old.last_name, old.first_name, coalesce(old.middle_name, ''),
        array(select full_name from person_name_form where person_id = old.id order by grammatical_case))
      on conflict on constraint person_former_name_pk do update set forms = kept.forms || excluded.forms;
      delete from person_name_form where person_id = old.id;
      return null;
    end $$`.execute(db);
  await sql`
    create trigger person_keeps_former_name after update of last_name, first_name, middle_name on person
      for each row when ((old.last_name, old.first_name, old.middle_name)
        is distinct from (new.last_name, new.first_name, new.middle_name))
      execute function keep_former_name()`.execute(db);
}
