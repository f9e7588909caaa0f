import { type RawBuilder, sql } from 'kysely';
import type { Asker } from '#app/access/actor.ts';
import type { Id } from '#db/schema.ts';
import { fullName, type PersonName, shortName } from '../people/person-name.ts';
import type { Side } from './mentorship.ts';

/** A member as lists name him. */
export type SidePerson = PersonName & { id: Id };

/**
 * The members of one side as a column of a query over `mentorship`: those of today, before the first day those who will
 * begin, after the last day those who were there to the end. Several in a group or with co-mentors.
 */
export function membersOn(asker: Asker, side: Side): RawBuilder<SidePerson[]> {
  return membersWhere(asker, sql<boolean>`side.side = ${side}`);
}

/** The same for the side opposite to a member joined as `mine`. */
export function membersOpposite(asker: Asker): RawBuilder<SidePerson[]> {
  return membersWhere(asker, sql<boolean>`side.side <> mine.side`);
}

function membersWhere({ today }: Asker, condition: RawBuilder<boolean>): RawBuilder<SidePerson[]> {
  return sql<SidePerson[]>`(
    select coalesce(jsonb_agg(jsonb_build_object('id', who.id, 'lastName', who.last_name, 'firstName', who.first_name,
      'middleName', who.middle_name) order by side.started_on, side.id), '[]')
    from mentorship_member side join person who on who.id = side.person_id
    where side.mentorship_id = mentorship.id and ${condition}
      and least(greatest(${today}::date, mentorship.started_on), coalesce(mentorship.finished_on, mentorship.ended_on))
        between side.started_on and side.ended_on)`;
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
