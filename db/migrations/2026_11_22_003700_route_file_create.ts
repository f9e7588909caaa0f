import { type Kysely, sql } from 'kysely';

/** Files a route keeps: products of steps and what confirms a sheet of diagnosis; taken away whole or never changed. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table route_file (
      id uuid not null constraint route_file_pk primary key,
      route_id uuid not null constraint route_file_route_fk references educational_route (id),
      step_id uuid constraint route_file_step_fk references route_step (id),
      diagnosis_id uuid constraint route_file_diagnosis_fk references route_diagnosis (id),
      unit_id uuid not null constraint route_file_unit_fk references org_unit (id),
      region_id uuid constraint route_file_region_fk references org_unit (id),
      name text not null constraint route_file_name_length check (length(name) between 1 and 200),
      kind text not null constraint route_file_kind_known
        check (kind in ('pdf', 'docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'jpeg', 'png')),
      size integer not null,
      file_hash text not null,
      bytes bytea not null constraint route_file_size check (length(bytes) = size and size between 1 and 20971520),
      added_by uuid not null constraint route_file_added_by_fk references person (id),
      created_at timestamptz not null,
      constraint route_file_of_one check (num_nonnulls(step_id, diagnosis_id) = 1),
      constraint file_already_attached unique nulls not distinct (route_id, step_id, diagnosis_id, file_hash)
    )`.execute(db);
  // Everything taken is packed already: packing it again only costs time.
  await sql`alter table route_file alter column bytes set storage external`.execute(db);
  await sql`create index route_file_step on route_file (step_id)`.execute(db);
  await sql`create index route_file_diagnosis on route_file (diagnosis_id)`.execute(db);
  await sql`
    create trigger route_file_is_not_changed before update on route_file
      for each row execute function refuse_change()`.execute(db);
}
