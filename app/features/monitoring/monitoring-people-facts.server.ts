import { type RawBuilder, sql } from 'kysely';
import { categoryOn } from '../people/category-on.server.ts';
import { type Facts, inForce, type Scope } from './monitoring-facts.server.ts';
import { isWholeYear, type Span } from './monitoring-period.ts';

/** Young teachers by the rule `three-years`, at work in their home organisation on the cut. Flag `mentored`. */
export function youngTeacherFacts(scope: Scope, span: Span): Facts {
  return sql`
    select person.unit_id, person.id as record_id, person.id as person_id, ${isMember('mentee', span)} as mentored
    from person
    where ${scope('person.unit_id')} and person.teaching_since <= ${span.cut}::date
      and (person.teaching_since + interval '3 years')::date >= ${span.cut}::date and ${teachesAtHome(span)}`;
}

/** Mentors of mentorships in force. Flags `labour`: under Labour Code 351.8; `labour_paid`: and paid for the period. */
export function mentorFacts(scope: Scope, span: Span): Facts {
  return sql`
    select counted.unit_id, counted.person_id as record_id, counted.person_id, counted.labour,
      (counted.labour and exists (select 1 from stimulus where stimulus.person_id = counted.person_id
        and stimulus.is_money and stimulus.state = 'paid' and stimulus.paid_on <= ${span.cut}::date
        and stimulus.started_on <= ${span.cut}::date and stimulus.ended_on >= ${span.from}::date)) as labour_paid
    from (
      select person.unit_id, person.id as person_id, bool_or(mentorship.legal_basis = 'labor_351_8') as labour
      from person join mentorship_member side on side.person_id = person.id and side.side = 'mentor'
        join mentorship on mentorship.id = side.mentorship_id
      where ${scope('person.unit_id')} and ${inForce(span)} and ${overlaps('side', span)}
      group by person.unit_id, person.id
    ) counted`;
}

/** Mentor and mentee in force, each two people once; counted at the mentor's home. */
export function mentorSeatFacts(scope: Scope, span: Span): Facts {
  return sql`
    select person.unit_id, side.person_id as record_id, other.person_id, min(mentorship.id::text)::uuid as mentorship_id
    from person join mentorship_member side on side.person_id = person.id and side.side = 'mentor'
      join mentorship on mentorship.id = side.mentorship_id
      join mentorship_member other on other.mentorship_id = mentorship.id and other.side = 'mentee'
    where ${scope('person.unit_id')} and ${inForce(span)} and ${overlaps('side', span)} and ${overlaps('other', span)}
    group by person.unit_id, side.person_id, other.person_id`;
}

/** Mentees of mentorships in force. Flag `innovating`: finished a trial or an innovation in the period. */
export function menteeFacts(scope: Scope, span: Span): Facts {
  return sql`
    select person.unit_id, person.id as record_id, person.id as person_id,
      (exists (select 1 from mentorship_member mine join programme on programme.mentorship_id = mine.mentorship_id
          join plan_item on plan_item.programme_id = programme.id
          where mine.person_id = person.id and mine.side = 'mentee' and plan_item.kind in ('trial', 'innovation')
            and plan_item.done_on between ${span.from}::date and ${span.cut}::date)
        or exists (select 1 from educational_route join route_step on route_step.route_id = educational_route.id
          where educational_route.person_id = person.id and route_step.kind in ('trial', 'innovation')
            and route_step.closed_on between ${span.from}::date and ${span.cut}::date)) as innovating
    from person where ${scope('person.unit_id')} and ${isMember('mentee', span)}`;
}

/**
 * People whose first year in a teaching post of an organisation ends in the school year; none in its halves. Flag
 * `stayed`: at work there that day.
 */
export function newcomerFacts(scope: Scope, span: Span): Facts {
  return sql`
    select came.unit_id, came.person_id as record_id, came.person_id,
      exists (select 1 from employment later join post on post.code = later.post_code and post.is_teaching
        where later.person_id = came.person_id and later.unit_id = came.unit_id and later.started_on <= came.year_on
          and (later.ended_on is null or later.ended_on >= came.year_on)) as stayed
    from (
      select employment.unit_id, employment.person_id, (min(employment.started_on) + interval '1 year')::date as year_on
      from employment join post on post.code = employment.post_code and post.is_teaching
      where ${scope('employment.unit_id')}
      group by employment.unit_id, employment.person_id
    ) came where ${isWholeYear(span)}::boolean and came.year_on between ${span.from}::date and ${span.cut}::date`;
}

/** Teachers of the highest category or of the two above it. Flag `above`: teacher-mentor or teacher-methodist. */
export function highestCategoryFacts(scope: Scope, span: Span): Facts {
  return sql`
    select person.unit_id, person.id as record_id, person.id as person_id,
      ${categoryOn(span.cut)} in ('mentor_teacher', 'methodist_teacher') as above
    from person
    where ${scope('person.unit_id')} and ${categoryOn(span.cut)} in ('highest', 'mentor_teacher', 'methodist_teacher')
      and ${teachesAtHome(span)}`;
}

function teachesAtHome({ cut }: Span): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from employment join post on post.code = employment.post_code and post.is_teaching
    where employment.person_id = person.id and employment.unit_id = person.unit_id
      and employment.started_on <= ${cut}::date and (employment.ended_on is null or employment.ended_on >= ${cut}::date))`;
}

function isMember(side: 'mentee', span: Span): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from mentorship_member side join mentorship on mentorship.id = side.mentorship_id
    where side.person_id = person.id and side.side = ${side} and ${inForce(span)} and ${overlaps('side', span)})`;
}

function overlaps(member: string, { from, cut }: Span): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${member}.started_on`)} <= ${cut}::date and ${sql.ref(`${member}.ended_on`)} >= ${from}::date)`;
}
