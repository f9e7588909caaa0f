import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import type { Id } from '#db/schema.ts';
import { REVERSE_KIND } from './mentorship.ts';
import type { LackRule } from './mentorship-rules.ts';

/** Something without which a mentorship may stand in no order and does not begin. */
export interface Lack {
  mentorshipId: Id;
  rule: LackRule;
}

/** What the mentorships still lack besides consents: both topics of a reverse one (004-2). */
export async function listLacks(ctx: Context, ids: readonly Id[]): Promise<Lack[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Lack>`
    select mentorship.id as mentorship_id, 'topics-missing' as rule from mentorship
    where mentorship.id in (${sql.join(ids.map((id) => sql`${id}::uuid`))}) and mentorship.kind_code = ${REVERSE_KIND}
      and (select count(*) from mentorship_topic topic where topic.mentorship_id = mentorship.id) < 2
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
