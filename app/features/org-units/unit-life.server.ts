import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
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

/** A unit people or work are about to come to: its region, and the last day it will exist on. */
export interface HeldUnit {
  regionId: Id | null;
  endedOn: Day | null;
}

/**
 * Holds a unit open until the act is done: whoever closes it waits and then counts what has come, or has closed it before
 * and is seen here. Other acts at the unit go on. Throws NotFound.
 */
export async function heldUnit(tx: Context, unitId: Id): Promise<HeldUnit> {
  const [unit] = await heldUnits(tx, [unitId]);
  if (!unit) throw new NotFound('unit');
  return unit;
}

/** The same for several units, held in the order of their ids; missing ones are left out. */
export async function heldUnits(tx: Context, unitIds: readonly Id[]): Promise<HeldUnit[]> {
  return tx.db
    .selectFrom('orgUnit')
    .select(['regionId', 'endedOn'])
    .where('id', 'in', [...unitIds])
    .orderBy('id')
    .forKeyShare()
    .execute();
}
