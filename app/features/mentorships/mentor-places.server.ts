import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import { UNSAID_HOURS } from '../mentor-profiles/workload.ts';
import { type MentorshipState, type Period, REVERSE_KIND } from './mentorship.ts';
import { gapsIn } from './mentorship-rules.ts';

interface Place extends Period {
  personId: Id;
  mentorshipId: Id;
}

/**
 * Periods in which the places of mentors are taken, one for each mentee of a mentorship in one of the states for the
 * days both are there, at whatever organisation: the limit is the person's (BR-07). In a reverse mentorship each of the
 * two takes a place of the other. Days of a pause that frees the place are left out.
 */
export async function placesTaken(
  ctx: Context,
  mentorIds: readonly Id[],
  states: readonly MentorshipState[],
): Promise<Map<Id, Period[]>> {
  if (mentorIds.length === 0) return new Map();
  const { rows } = await sql<Place>`
    select mine.person_id, mine.mentorship_id, greatest(mine.started_on, other.started_on) as started_on,
      least(mine.ended_on, other.ended_on) as ended_on
    from mentorship_member mine
    join mentorship on mentorship.id = mine.mentorship_id
    join mentorship_member other on other.mentorship_id = mine.mentorship_id and other.side <> mine.side
    where mine.person_id in (${sql.join(mentorIds.map((id) => sql`${id}::uuid`))})
      and (mine.side = 'mentor' or mentorship.kind_code = ${REVERSE_KIND})
      and mentorship.state in (${sql.join(states)})
      and mine.started_on <= other.ended_on and other.started_on <= mine.ended_on
    order by started_on, other.id
  `.execute(ctx.db);
  const pauses = await freeingPauses(ctx, [...new Set(rows.map(({ mentorshipId }) => mentorshipId))]);
  return grouped(
    rows.flatMap(({ personId, mentorshipId, startedOn, endedOn }) =>
      gapsIn({ startedOn, endedOn }, pauses.get(mentorshipId) ?? []).map((part) => [personId, part] as const),
    ),
  );
}

async function freeingPauses(ctx: Context, mentorshipIds: readonly Id[]): Promise<Map<Id, Period[]>> {
  if (mentorshipIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('mentorshipPause')
    .select(['mentorshipId', 'startedOn', 'endedOn'])
    .where('mentorshipId', 'in', mentorshipIds)
    .where('freesPlace', '=', true)
    .orderBy('startedOn')
    .orderBy('id')
    .execute();
  return grouped(rows.map(({ mentorshipId, ...period }) => [mentorshipId, period]));
}

/**
 * Places promised by invitations that are still open: to a mentor who would come to a mentorship, one for each of its
 * mentees; to the mentors of a group, one for a mentee who would come.
 */
export async function placesPromised(ctx: Context, mentorIds: readonly Id[]): Promise<Map<Id, Period[]>> {
  if (mentorIds.length === 0) return new Map();
  const ids = sql.join(mentorIds.map((id) => sql`${id}::uuid`));
  const { rows } = await sql<{ personId: Id; startedOn: Day; endedOn: Day }>`
    select change.person_id, greatest(change.started_on, mentee.started_on) as started_on, mentee.ended_on
    from membership_change change
    join mentorship_member mentee on mentee.mentorship_id = change.mentorship_id and mentee.side = 'mentee'
    where change.state in ('proposed', 'consented') and change.kind <> 'mentee_added'
      and change.person_id in (${ids}) and mentee.ended_on >= change.started_on
    union all
    select mentor.person_id, greatest(change.started_on, mentor.started_on), mentor.ended_on
    from membership_change change
    join mentorship_member mentor on mentor.mentorship_id = change.mentorship_id and mentor.side = 'mentor'
    where change.state in ('proposed', 'consented') and change.kind = 'mentee_added'
      and mentor.person_id in (${ids}) and mentor.ended_on >= change.started_on
    order by started_on, person_id
  `.execute(ctx.db);
  return grouped(rows.map(({ personId, ...period }) => [personId, period]));
}

/** Days and hours a week of each mentorship of mentors in one of the states, at whatever organisation. */
export async function hoursTakenOf(
  ctx: Context,
  mentorIds: readonly Id[],
  states: readonly MentorshipState[],
): Promise<Map<Id, (Period & { hoursPerWeek: number })[]>> {
  if (mentorIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('mentorshipMember')
    .innerJoin('mentorship', 'mentorship.id', 'mentorshipMember.mentorshipId')
    .select(['mentorshipMember.personId', 'mentorshipMember.startedOn', 'mentorshipMember.endedOn'])
    .select('mentorship.hoursPerWeek')
    .where('mentorshipMember.side', '=', 'mentor')
    .where('mentorshipMember.personId', 'in', mentorIds)
    .where('mentorship.state', 'in', states)
    .orderBy('mentorshipMember.startedOn')
    .orderBy('mentorshipMember.id')
    .execute();
  return grouped(
    rows.map(({ personId, hoursPerWeek, ...period }) => [
      personId,
      { ...period, hoursPerWeek: hoursPerWeek ?? UNSAID_HOURS },
    ]),
  );
}

/** Values by their key, in the order they come. */
export function grouped<T>(pairs: readonly (readonly [Id, T])[]): Map<Id, T[]> {
  const groups = new Map<Id, T[]>();
  for (const [id, one] of pairs) {
    const group = groups.get(id);
    if (group) group.push(one);
    else groups.set(id, [one]);
  }
  return groups;
}
