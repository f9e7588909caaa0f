import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { HintCode } from './contour.text.ts';

/**
 * What the program itself can see of an organisation's components, yes or no, never a name or a number; told beside the
 * record and not instead of it. Empty for those who look from above.
 */
export async function findHints(ctx: Context, unitId: Id): Promise<Partial<Record<HintCode, boolean>>> {
  const today = sql`${ctx.today}::date`;
  const holds = (role: string) => sql<boolean>`exists (select 1 from role_grant held where held.unit_id = org_unit.id
    and held.role = ${role} and held.started_on <= ${today} and (held.ended_on is null or held.ended_on >= ${today}))`;
  const row = await ctx.db
    .selectFrom('orgUnit')
    .select([holds('head').as('leadership'), holds('curator').as('curator'), holds('mentor').as('mentors')])
    .select([
      sql<boolean>`exists (select 1 from employment work where work.unit_id = org_unit.id
        and work.post_code = 'school_psychologist' and work.started_on <= ${today}
        and (work.ended_on is null or work.ended_on >= ${today}))`.as('psychologist'),
      sql<boolean>`exists (select 1 from programme where programme.unit_id = org_unit.id
        and programme.state = 'approved')`.as('programmes'),
      sql<boolean>`exists (select 1 from educational_route way join route_tutor led on led.route_id = way.id
        where way.unit_id = org_unit.id and way.state = 'active' and led.started_on <= ${today}
          and (led.ended_on is null or led.ended_on >= ${today}))`.as('routeSupport'),
      sql<boolean>`exists (select 1 from stimulus where stimulus.unit_id = org_unit.id
        and stimulus.state in ('approved', 'paid'))`.as('stimulation'),
      sql<boolean>`exists (select 1 from cooperation_agreement agreed where agreed.unit_id = org_unit.id
        and agreed.started_on <= ${today} and (agreed.ended_on is null or agreed.ended_on >= ${today}))`.as('contacts'),
    ])
    .where('orgUnit.id', '=', unitId)
    .where(within(ctx, 'contour.hint'))
    .executeTakeFirst();
  if (!row) return {};
  const { routeSupport, contacts, ...same } = row;
  return { ...same, route_support: routeSupport, external_contacts: contacts };
}
