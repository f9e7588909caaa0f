import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { reportIndicators } from './act-fields.text.ts';
import type { TemplateRow } from './template-document.ts';

/** Counters of an organisation's mentoring for a period, both days inclusive, in the order of `reportIndicators`. Source: DT-20. */
export async function periodIndicators(tx: Context, unitId: Id, from: Day, to: Day): Promise<TemplateRow[]> {
  const { rows } = await sql<{ counts: number[] }>`
    with held as (
      select id, started_on, coalesce(finished_on, ended_on) as last_on, state
      from mentorship
      where unit_id = ${unitId} and activated_at is not null
        and started_on <= ${to}::date and coalesce(finished_on, ended_on) >= ${from}::date
    ), people as (
      select distinct member.person_id, member.side from held
      join mentorship_member member on member.mentorship_id = held.id
      where member.started_on <= ${to}::date and member.ended_on >= ${from}::date
    ), planned as (
      select item.done_on from plan_item item
      join programme on programme.id = item.programme_id
      join held on held.id = programme.mentorship_id
      where item.due_on between ${from}::date and ${to}::date
    )
    select array[
      (select count(*) from held),
      (select count(*) from people where side = 'mentor'),
      (select count(*) from people where side = 'mentee'),
      (select count(*) from held where started_on between ${from}::date and ${to}::date),
      (select count(*) from held where state = 'closed' and last_on between ${from}::date and ${to}::date),
      (select count(*) from programme join held on held.id = programme.mentorship_id where programme.state = 'approved'),
      (select count(*) from planned),
      (select count(*) from planned where done_on is not null)
    ]::int[] as counts`.execute(tx.db);
  const counts = rows[0]?.counts ?? [];
  return reportIndicators.map((indicator, index) => ({ indicator, value: String(counts[index] ?? 0) }));
}
