import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import type { LifeAfter } from './unit-rules.ts';

/** What would still live in a unit after the day: open children, employments, live mentorships, active routes. */
export async function lifeAfter(ctx: Context, unitId: Id, day: Day): Promise<LifeAfter> {
  const { rows } = await sql<LifeAfter>`
    select
      (select count(*) from org_unit child
        where child.parent_id = ${unitId} and (child.ended_on is null or child.ended_on > ${day}::date)) as children,
      (select count(*) from employment
        where employment.unit_id = ${unitId}
          and (employment.ended_on is null or employment.ended_on > ${day}::date)) as employments,
      (select count(*) from mentorship
        where mentorship.state in ('proposed', 'consented', 'active')
          and (mentorship.unit_id = ${unitId} or exists (select 1 from mentorship_member side
            where side.mentorship_id = mentorship.id and side.unit_id = ${unitId}))) as mentorships,
      (select count(*) from educational_route
        where educational_route.state = 'active'
          and (educational_route.unit_id = ${unitId} or educational_route.centre_id = ${unitId})) as routes
  `.execute(ctx.db);
  return rows[0] ?? { children: 0, employments: 0, mentorships: 0, routes: 0 };
}
