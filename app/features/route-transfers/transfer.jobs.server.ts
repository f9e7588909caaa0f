import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { transact } from '#app/core/transact.server.ts';
import type { Id } from '#db/schema.ts';
import { followOwner } from './transfer.operations.server.ts';

const MOST_AT_ONCE = 200;

/**
 * Asks owners whose home unit has changed whether the route is to follow; whoever was asked about that unit is not asked
 * again, unless the centre he was asked about has closed before his word. Each in a transaction of its own. Source: BR-22.
 */
export async function askAboutMovedRoutes(ctx: Context): Promise<number> {
  const { rows } = await sql<{ personId: Id }>`
    select route.person_id from educational_route route
    join person on person.id = route.person_id and person.unit_id <> route.unit_id
    where route.state = 'active' and not exists (select 1 from route_transfer asked
      join org_unit its_centre on its_centre.id = asked.centre_id
      where asked.route_id = route.id and asked.unit_id = person.unit_id
        and (asked.state <> 'pending' or its_centre.ended_on is null or its_centre.ended_on >= ${ctx.today}::date))
      and exists (select 1 from org_unit centre where centre.region_id = person.region_id
        and centre.kind = 'professional_growth_center' and (centre.ended_on is null or centre.ended_on >= ${ctx.today}::date))
    order by route.id limit ${MOST_AT_ONCE}
  `.execute(ctx.db);
  for (const { personId } of rows) await transact(ctx, (tx) => followOwner(tx, personId, { isAgreed: false }));
  return rows.length;
}
