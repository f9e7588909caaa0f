import { type Kysely, sql } from 'kysely';

/** When an owner first looked at a proposal: from then on it cannot be taken back. A look is no act upon the proposal. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table proposal_look (
      proposal_id uuid not null constraint proposal_look_pk primary key
        constraint proposal_look_proposal_fk references route_proposal (id),
      first_at timestamptz not null
    )`.execute(db);
  await sql`alter table route_proposal drop column seen_at`.execute(db);
}
