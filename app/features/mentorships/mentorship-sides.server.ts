import { type RawBuilder, sql } from 'kysely';
import type { Asker } from '#app/access/actor.ts';
import type { Day, Id } from '#db/schema.ts';
import { fullName, type PersonName, shortName } from '../people/person-name.ts';
import type { Side } from './mentorship.ts';

/** A member as lists name him. */
export type SidePerson = PersonName & { id: Id };

/**
 * The members of one side as a column of a query over `mentorship`: those of today, before the first day those who will
 * begin, after the last day those who were there to the end. Several in a group or with co-mentors.
 */
export function membersOn({ today }: Asker, side: Side): RawBuilder<SidePerson[]> {
  const day = sql<Day>`least(greatest(${today}::date, mentorship.started_on),
    coalesce(mentorship.finished_on, mentorship.ended_on))`;
  return membersWhere(sql<boolean>`side.side = ${side}`, day);
}

/**
 * Those a member joined as `mine` has on the opposite side: today's, and after his own last day those of that day. Who came
 * later is no business of his.
 */
export function membersOpposite({ today }: Asker): RawBuilder<SidePerson[]> {
  const day = sql<Day>`least(greatest(${today}::date, mine.started_on), mine.ended_on)`;
  return membersWhere(sql<boolean>`side.side <> mine.side`, day);
}

/** The members of one side on a day that the query over `mentorship` gives; nobody on a day outside its term. */
export function membersOnDay(side: Side, day: RawBuilder<Day>): RawBuilder<SidePerson[]> {
  return membersWhere(sql<boolean>`side.side = ${side}`, day);
}

function membersWhere(condition: RawBuilder<boolean>, day: RawBuilder<Day>): RawBuilder<SidePerson[]> {
  return sql<SidePerson[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', who.id, 'lastName', who.last_name, 'firstName', who.first_name,
      'middleName', who.middle_name) order by side.started_on, side.id), '[]')
    from mentorship_member side join person who on who.id = side.person_id
    where side.mentorship_id = mentorship.id and ${condition} and ${day} between side.started_on and side.ended_on)`;
}

/** By which a list of mentorships is ordered: the first name on the mentees' side. */
export const menteeKey = sql<string>`(select min(who.search_name) from mentorship_member side
  join person who on who.id = side.person_id where side.mentorship_id = mentorship.id and side.side = 'mentee')`;

/** 'Ершова Татьяна Викторовна, Лебедев Илья Петрович'. */
export function namesOf(people: readonly SidePerson[]): string {
  return people.map((person) => fullName(person)).join(', ');
}

/** 'Ершова Т. В., Лебедев И. П.'. */
export function shortNamesOf(people: readonly SidePerson[]): string {
  return people.map((person) => shortName(person)).join(', ');
}
