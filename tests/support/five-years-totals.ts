import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { rebuildMonitoring } from '#app/features/monitoring/monitoring.jobs.server.ts';
import type { Database } from '#db/database.ts';
import type { Day } from '#db/schema.ts';
import type { Region } from './five-years.ts';
import type { RouteLife } from './five-years-route.ts';

/** What a year came to, counted by what was done and found the same in what is stored. */
export interface YearTotals {
  year: number;
  active: number;
  completed: number;
  stopped: number;
  planned: number;
  closed: number;
  moved: number;
  handed: number;
  paused: number;
  corrected: number;
}

/** Refuses a year after which something cannot go on: routes past their end, without a tutor, a position, an answer. */
export async function assertRolesHeld(db: Database, last: Day): Promise<void> {
  const { rows } = await sql<{ what: string; many: number }>`
    select 'past its end' as what, count(*)::integer as many from educational_route
      where state = 'active' and ended_on < ${last}::date
    union all select 'without a tutor', count(*)::integer from educational_route route
      where route.state = 'active' and not exists (select 1 from route_tutor held where held.route_id = route.id
        and held.started_on <= ${last}::date and (held.ended_on is null or held.ended_on >= ${last}::date))
    union all select 'tutor of another centre', count(*)::integer from educational_route route
      join route_tutor held on held.route_id = route.id and held.ended_on is null
      where route.state = 'active' and not exists (select 1 from role_grant
        where role_grant.person_id = held.person_id and role_grant.unit_id = route.centre_id)
    union all select 'without an open position', count(*)::integer from educational_route route
      where route.state = 'active' and not exists (select 1 from route_position at where at.route_id = route.id
        and at.opened_on is not null and at.completed_on is null)
    union all select 'completed with open steps', count(*)::integer from educational_route route
      where route.state = 'completed' and exists (select 1 from route_step
        where route_step.route_id = route.id and route_step.closed_on is null)
    union all select 'product unread', count(*)::integer from route_step where review_state in ('waits', 'more')
    union all select 'transfer without an answer', count(*)::integer from route_transfer where state = 'pending'
    union all select 'move without an answer', count(*)::integer from person_move where state = 'asked'
    union all select 'never back', count(*)::integer from route_pause where ended_on is null
    union all select 'route away from its owner', count(*)::integer from educational_route route
      join person on person.id = route.person_id and person.unit_id <> route.unit_id where route.state = 'active'
  `.execute(db);
  const stuck = rows.filter(({ many }) => many > 0);
  if (stuck.length > 0) throw new Error(`stuck by ${last}: ${JSON.stringify(stuck)}`);
}

/** The year's totals by what was done; throws where what is stored, or the counters of monitoring, say otherwise. */
export async function reconcile(
  system: Context,
  region: Region,
  lives: readonly RouteLife[],
  year: number,
): Promise<YearTotals> {
  const sum = (part: keyof RouteLife['done']) => lives.reduce((total, { done }) => total + done[part], 0);
  const over = (state: RouteLife['isOver']) => lives.filter(({ isOver }) => isOver === state).length;
  const told: YearTotals = {
    ...{ year: year + 1, active: over(null), completed: over('completed'), stopped: over('stopped') },
    ...{ planned: sum('planned'), closed: sum('closed'), moved: sum('moved'), handed: sum('handed') },
    ...{ paused: sum('paused'), corrected: sum('corrected') },
  };
  const { rows } = await sql<YearTotals>`select ${year + 1}::integer as year,
    (select count(*)::integer from educational_route where state = 'active') as active,
    (select count(*)::integer from educational_route where state = 'completed') as completed,
    (select count(*)::integer from educational_route where state = 'stopped') as stopped,
    (select count(*)::integer from route_step) as planned,
    (select count(closed_on)::integer from route_step) as closed,
    (select count(*)::integer from route_transfer where state = 'done') as moved,
    (select count(*)::integer from route_handover) as handed,
    (select count(*)::integer from route_pause) as paused,
    (select count(*)::integer from route_revision where cause = 'education') as corrected
  `.execute(region.db);
  assertSame(`year ${year + 1}`, told, rows[0]);
  const byMarks = await countersOf(region.db);
  await rebuildMonitoring(system);
  assertSame(`monitoring of year ${year + 1}`, byMarks, await countersOf(region.db));
  return told;
}

/** Every counter of every unit and period that is not nought. */
async function countersOf(db: Database): Promise<string[]> {
  const { rows } = await sql<{ line: string }>`
    select concat_ws(' ', unit_id, period, counter.key, counter.value) as line
    from monitoring_rollup cross join lateral jsonb_each_text(counters) counter
    where counter.value <> '0' order by line`.execute(db);
  return rows.map(({ line }) => line);
}

function assertSame(what: string, one: unknown, other: unknown): void {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  if (left !== right)
    throw new Error(`${what} does not reconcile: ${left.slice(0, 600)} against ${right?.slice(0, 600)}`);
}
