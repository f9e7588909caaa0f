import { type Kysely, sql } from 'kysely';

/** Every type of document that is drawn up as an act may stand in the register (DOMAIN 9). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table local_act drop constraint local_act_kind_known`.execute(db);
  await sql`
    alter table local_act add constraint local_act_kind_known check (kind in (
      'introduction_order', 'regulation', 'road_map', 'curator_order', 'assignment_order', 'replacement_order',
      'curator_report', 'participant_report', 'pay_order', 'mentor_portfolio', 'award_submission',
      'cooperation_agreement', 'practice_card', 'meeting_minutes'))`.execute(db);
}
