import { type RawBuilder, sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import { countedFacts, countedUnits, factQueries } from './monitoring-count.server.ts';
import type { FactSet, Scope } from './monitoring-facts.server.ts';
import type { Counter } from './monitoring-indicators.ts';
import { type Period, type Span, spanOf } from './monitoring-period.ts';

/** A record behind a number. Names are null where the actor may not know them. */
export interface RecordLine {
  recordId: Id;
  /** Makes the line unique together with the record. */
  personId: Id | null;
  unitName: string;
  /** The person, or the mentees of the mentorship, in short. */
  who: string | null;
  /** The mentor or mentors, where the record is about a mentorship. */
  mentors: string | null;
  startedOn: Day | null;
  dueOn: Day | null;
  doneOn: Day | null;
}

/** One page of the facts a counter counts in a unit and below, and how many there are in all. */
export async function listRecords(
  ctx: Context,
  unitId: Id,
  counter: Exclude<Counter, 'organisations'>,
  period: Period,
  page: number,
): Promise<{ total: number; lines: RecordLine[] }> {
  const span = spanOf(period, ctx.today);
  if (!span) return { total: 0, lines: [] };
  const { set, flag } = countedFacts[counter];
  const facts = sql`select fact.* from (${factQueries[set](scopeBelow(unitId, span), span)}) fact
    ${flag ? sql`where ${sql.ref(`fact.${flag}`)}` : sql``}`;
  const total = await sql<{ total: number }>`select count(*) as total from (${facts}) counted`.execute(ctx.db);
  const { who, mentors, startedOn, dueOn, doneOn } = describing(ctx, set);
  const { rows } = await sql<RecordLine>`
    select counted.record_id, counted.person_id, home.short_name as unit_name, ${who} as who, ${mentors} as mentors,
      ${startedOn} as started_on, ${dueOn} as due_on, ${doneOn} as done_on
    from (${facts}) counted join org_unit home on home.id = counted.unit_id
    order by home.short_name, home.id, due_on, counted.record_id, counted.person_id
    limit ${PAGE_SIZE} offset ${(page - 1) * PAGE_SIZE}`.execute(ctx.db);
  return { total: total.rows[0]?.total ?? 0, lines: rows };
}

function scopeBelow(unitId: Id, span: Span): Scope {
  return (column) => sql<boolean>`${sql.ref(column)} in (select org_unit.id from org_unit
    join org_unit_ancestor below on below.unit_id = org_unit.id
    where below.ancestor_id = ${unitId} and ${countedUnits(span)})`;
}

type Words = RawBuilder<string | null>;
type Days = RawBuilder<Day | null>;

interface Describing {
  who: Words;
  mentors: Words;
  startedOn: Days;
  dueOn: Days;
  doneOn: Days;
}

const nobody: Words = sql`null::text`;
const never: Days = sql`null::date`;
const shortName = sql`concat(named.last_name, chr(160), left(named.first_name, 1), '.',
  case when named.middle_name is not null then concat(chr(160), left(named.middle_name, 1), '.') end)`;

function describing(ctx: Context, set: FactSet): Describing {
  const plain = { who: personName(ctx), mentors: nobody, startedOn: never, dueOn: never, doneOn: never };
  switch (set) {
    case 'mentorships':
      return {
        ...plain,
        ...sides(ctx, 'counted.record_id'),
        startedOn: sql`(select started_on from mentorship where mentorship.id = counted.record_id)`,
      };
    case 'planItems':
      return {
        ...plain,
        ...sides(ctx, 'counted.mentorship_id'),
        dueOn: sql`(select due_on from plan_item where plan_item.id = counted.record_id)`,
        doneOn: sql`(select done_on from plan_item where plan_item.id = counted.record_id)`,
      };
    case 'mentorSeats':
      return {
        ...plain,
        ...sides(ctx, 'counted.mentorship_id'),
        who: seatName(ctx),
        mentors: personName(ctx, 'counted.record_id'),
      };
    case 'routeSteps':
      return {
        ...plain,
        who: ownerName(ctx),
        dueOn: sql`(select due_on from route_step where route_step.id = counted.record_id)`,
        doneOn: sql`(select closed_on from route_step where route_step.id = counted.record_id)`,
      };
    default:
      return plain;
  }
}

function personName(ctx: Context, column = 'counted.person_id'): Words {
  return sql`(select ${shortName} from person named join person on person.id = named.id
    where named.id = ${sql.ref(column)} and ${within(ctx, 'person.read')})`;
}

/** The mentee of a seat: known as a person, or through the mentorship. */
function seatName(ctx: Context): Words {
  return sql`coalesce(${personName(ctx)}, (select ${shortName} from person named join mentorship on mentorship.id = counted.mentorship_id
    where named.id = counted.person_id and ${within(ctx, 'mentorship.read')}))`;
}

function sides(ctx: Context, column: string): Pick<Describing, 'who' | 'mentors'> {
  const side = (name: 'mentor' | 'mentee'): Words => sql`(
    select string_agg(${shortName}, ', ' order by named.last_name, named.id)
    from mentorship join mentorship_member member on member.mentorship_id = mentorship.id
      join person named on named.id = member.person_id
    where mentorship.id = ${sql.ref(column)} and member.side = ${name} and ${within(ctx, 'mentorship.read')})`;
  return { who: side('mentee'), mentors: side('mentor') };
}

function ownerName(ctx: Context): Words {
  return sql`(select ${shortName} from route_step join educational_route on educational_route.id = route_step.route_id
      join person named on named.id = educational_route.person_id
    where route_step.id = counted.record_id
      and (${within(ctx, 'route.read')} or ${within(ctx, 'route.state')} or ${within(ctx, 'route.shared')}))`;
}
