import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Day, Id } from '#db/schema.ts';
import { REVERSE_KIND } from './mentorship.ts';
import type { LackRule } from './mentorship-rules.ts';

/** Something without which a mentorship may stand in no order and does not begin. */
export interface Lack {
  mentorshipId: Id;
  rule: LackRule;
}

/** A member `side` of `mentorship` who mentors here while another organisation is his only employer on his first day. */
export const isFromElsewhere = sql<boolean>`(side.side = 'mentor' and side.unit_id <> mentorship.unit_id
  and not exists (select 1 from employment here where here.person_id = side.person_id
    and here.unit_id = mentorship.unit_id and here.started_on <= side.started_on
    and (here.ended_on is null or here.ended_on >= side.started_on)))`;

/** A member `side` of `mentorship`, with his row as `person`, who is under 18 when it begins or, later, today (BR-83). */
export const isMinorThere = (today: Day) => sql<boolean>`(side.ended_on >= ${today}::date
  and person.birth_on > greatest(mentorship.started_on, ${today}::date) - interval '18 years')`;

/**
 * What the mentorships still lack besides consents: both topics of a reverse one (004-2), the agreement of the home
 * organisation of a mentor from elsewhere (002-2), the guardian's consent for a minor (BR-83); with `personId` only what
 * concerns that member.
 */
export async function listLacks(ctx: Context, ids: readonly Id[], personId: Id | null = null): Promise<Lack[]> {
  if (ids.length === 0) return [];
  const isConcerned = sql<boolean>`(${personId}::uuid is null or side.person_id = ${personId}::uuid)`;
  const asked = sql`mentorship.id in (${sql.join(ids.map((id) => sql`${id}::uuid`))})`;
  const { rows } = await sql<Lack>`
    select mentorship.id as mentorship_id, 'topics-missing' as rule from mentorship
    where ${asked} and ${personId}::uuid is null and mentorship.kind_code = ${REVERSE_KIND}
      and (select count(*) from mentorship_topic topic where topic.mentorship_id = mentorship.id) < 2
    union
    select mentorship.id, 'home-organisation-not-agreed' from mentorship
    join mentorship_member side on side.mentorship_id = mentorship.id
    where ${asked} and ${isConcerned} and ${isFromElsewhere} and not exists (select 1 from home_agreement home
      where home.mentorship_id = mentorship.id and home.person_id = side.person_id and home.state = 'agreed')
    union
    select mentorship.id, 'guardian-consent-missing' from mentorship
    join mentorship_member side on side.mentorship_id = mentorship.id
    join person on person.id = side.person_id
    where ${asked} and ${isConcerned} and ${isMinorThere(ctx.today)} and not exists (select 1 from guardian_consent given
      where given.mentorship_id = mentorship.id and given.person_id = side.person_id and given.withdrawn_on is null)
    order by mentorship_id, rule
  `.execute(ctx.db);
  return rows;
}

/** Refuses when any of the mentorships lacks something. Throws RuleBroken with a code of `LackRule`. */
export async function refuseLacking(tx: Context, ids: readonly Id[], field?: string): Promise<void> {
  const [lack] = await listLacks(tx, ids);
  if (lack) throw new RuleBroken(lack.rule, field);
}

/**
 * Refuses the end of a reverse mentorship while either direction has no result; an early end by notice asks for nothing
 * (BR-03). Throws RuleBroken `topic-results-missing`.
 */
export async function refuseWithoutResults(tx: Context, { id, kindCode }: { id: Id; kindCode: string }): Promise<void> {
  if (kindCode !== REVERSE_KIND) return;
  const missing = await tx.db
    .selectFrom('mentorshipTopic')
    .select('id')
    .where('mentorshipId', '=', id)
    .where('result', '=', '')
    .where(sql<boolean>`not exists (select 1 from mentorship_notice notice
      where notice.mentorship_id = mentorship_topic.mentorship_id and notice.withdrawn_at is null)`)
    .executeTakeFirst();
  if (missing) throw new RuleBroken('topic-results-missing');
}
