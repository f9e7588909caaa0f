import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { RouteContents } from './route-position.ts';

/** What a route holds, counted for the question whether a position may be completed. The reach is the caller's. */
export async function countContents(ctx: Context, routeId: Id, targetImage: string): Promise<RouteContents> {
  const { rows } = await sql<Omit<RouteContents, 'targetImage'>>`
    select
      (select count(*)::integer from route_step where route_id = ${routeId}) as steps,
      (select count(*)::integer from route_step where route_id = ${routeId} and closed_on is null) as open_steps,
      (select count(distinct area_code)::integer from route_diagnosis sheet
        join route_diagnosis_area told on told.diagnosis_id = sheet.id
        where sheet.route_id = ${routeId} and (sheet.side = 'strengths' and told.note <> '' or sheet.side = 'both')) as strengths,
      (select count(distinct area_code)::integer from route_diagnosis sheet
        join route_diagnosis_area told on told.diagnosis_id = sheet.id
        where sheet.route_id = ${routeId} and sheet.instrument_id is null and told.percent is not null) as areas_marked,
      exists (select 1 from route_diagnosis where route_id = ${routeId} and instrument_id is not null) as is_measured,
      exists (select 1 from route_reflection where route_id = ${routeId} and kind = 'final') as has_final_reflection
  `.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new Error('an aggregate gives a row');
  return { targetImage, ...row };
}
