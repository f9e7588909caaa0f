import { type RawBuilder, sql } from 'kysely';
import { KINDS_WITHOUT_ORDER } from '../mentorships/mentorship.ts';
import type { Span } from './monitoring-period.ts';

/**
 * The facts behind the counters, one row a thing counted: counting groups these rows by unit, the records pages list
 * the very same rows. Columns: `unit_id` that counts it, `record_id`, `person_id` when it is one person's, flags.
 */
export type FactSet =
  | 'mentorships'
  | 'planItems'
  | 'planPeople'
  | 'youngTeachers'
  | 'mentors'
  | 'mentorSeats'
  | 'mentees'
  | 'routeSteps'
  | 'routePeople'
  | 'newcomers'
  | 'highestCategory';

/** Which units count: a condition on a column with the unit's id. */
export type Scope = (unitColumn: string) => RawBuilder<boolean>;

/** A query of facts. */
export type Facts = RawBuilder<unknown>;

/** A mentorship counts in a period it is in force for so many days, planned days included (DOMAIN 10). */
const LEAST_DAYS = 30;

/** The mentorship (its table under its own name) is in force in the span. */
export function inForce({ from, to, cut }: Span): RawBuilder<boolean> {
  return sql<boolean>`(mentorship.state in ('active', 'closed') and mentorship.started_on <= ${cut}::date
    and least(coalesce(mentorship.finished_on, mentorship.ended_on), ${to}::date)
      - greatest(mentorship.started_on, ${from}::date) + 1 >= ${LEAST_DAYS}::integer)`;
}

/**
 * Mentorships in force; flags `full_papers`: consents of all sides, an approved order where the kind needs one, and under
 * Labour Code 351.8 a signed supplement of each mentor (I-24, BR-01); `across`: of two organisations.
 */
export function mentorshipFacts(scope: Scope, span: Span): Facts {
  return sql`
    select mentorship.unit_id, mentorship.id as record_id, null::uuid as person_id,
      ((mentorship.kind_code in (${sql.join(KINDS_WITHOUT_ORDER)})
          or exists (select 1 from local_act_mentorship named join local_act ordered on ordered.id = named.act_id
            where named.mentorship_id = mentorship.id and ordered.state = 'approved'))
        and (mentorship.legal_basis <> 'labor_351_8'
          or not exists (select 1 from mentorship_member worker where worker.mentorship_id = mentorship.id
            and worker.side = 'mentor' and not exists (select 1 from contract_supplement paid
              where paid.mentorship_id = mentorship.id and paid.person_id = worker.person_id and paid.state = 'signed')))
        and not exists (select 1 from mentorship_member side where side.mentorship_id = mentorship.id
          and not exists (select 1 from consent where consent.mentorship_id = mentorship.id
            and consent.person_id = side.person_id and consent.answer = 'given'))) as full_papers,
      exists (select 1 from mentorship_member side
        where side.mentorship_id = mentorship.id and side.unit_id <> mentorship.unit_id) as across
    from mentorship
    where ${scope('mentorship.unit_id')} and ${inForce(span)}`;
}

/** Due items of approved programmes; what is due today and not done is not late yet. Flag `on_time`. */
export function planItemFacts(scope: Scope, span: Span): Facts {
  return sql`
    select plan_item.unit_id, plan_item.id as record_id, null::uuid as person_id, mentorship.id as mentorship_id,
      coalesce(plan_item.done_on <= plan_item.due_on, false) as on_time
    from plan_item join programme on programme.id = plan_item.programme_id
      join mentorship on mentorship.id = programme.mentorship_id
    where ${scope('plan_item.unit_id')} and programme.state = 'approved' and mentorship.state in ('active', 'closed')
      and plan_item.due_on <= coalesce(mentorship.finished_on, plan_item.due_on)
      and ${isDue('plan_item.due_on', 'plan_item.done_on', span)}`;
}

/** Mentees behind those items. Flags `on_time`, `late`. */
export function planPeopleFacts(scope: Scope, span: Span): Facts {
  return sql`
    select item.unit_id, side.person_id as record_id, side.person_id,
      bool_or(item.on_time) as on_time, bool_or(not item.on_time) as late
    from (${planItemFacts(scope, span)}) item
      join mentorship_member side on side.mentorship_id = item.mentorship_id and side.side = 'mentee'
    group by item.unit_id, side.person_id`;
}

/**
 * Due steps of routes; of one stopped early those that were due or closed by then, so that past years stay as they
 * were. Flag `closed`: with product and attitude, on time or not.
 */
export function routeStepFacts(scope: Scope, span: Span): Facts {
  return sql`
    select route_step.unit_id, route_step.id as record_id, educational_route.person_id,
      (route_step.closed_on is not null and route_step.product <> '' and route_step.attitude <> '') as closed
    from route_step join educational_route on educational_route.id = route_step.route_id
    where ${scope('route_step.unit_id')} and (educational_route.state <> 'stopped' or exists (select 1 from route_early_end over
        where over.route_id = educational_route.id and coalesce(route_step.closed_on, route_step.due_on) <= over.ended_on))
      and ${isDue('route_step.due_on', 'route_step.closed_on', span)}`;
}

/** Owners of those steps. Flags `closed`, `open`. */
export function routePeopleFacts(scope: Scope, span: Span): Facts {
  return sql`
    select step.unit_id, step.person_id as record_id, step.person_id,
      bool_or(step.closed) as closed, bool_or(not step.closed) as open
    from (${routeStepFacts(scope, span)}) step group by step.unit_id, step.person_id`;
}

function isDue(due: string, done: string, span: Span): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(due)} between ${span.from}::date and ${span.cut}::date
    and (${sql.ref(due)} < ${span.today}::date or ${sql.ref(done)} is not null))`;
}
