import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { MentorProfile } from './mentor-profile.operations.server.ts';
import { DEFAULT_LOAD_LIMIT } from './mentorship.ts';

/** A mentor's profile for the form, with its default when nothing is recorded yet. Throws NotFound. */
export async function findMentorProfile(ctx: Context, personId: Id) {
  const { rows } = await sql<
    MentorProfile & { version: number; lastName: string; firstName: string; middleName: string | null }
  >`
    select person.last_name, person.first_name, person.middle_name, mentor_profile.load_limit_people,
      mentor_profile.strengths, mentor_profile.is_open_outside, mentor_profile.version
    from person
    cross join lateral (
      select person.id as person_id, person.unit_id, person.region_id, coalesce(kept.strengths, '') as strengths,
        coalesce(kept.load_limit_people, ${DEFAULT_LOAD_LIMIT}::integer) as load_limit_people,
        coalesce(kept.is_open_outside, false) as is_open_outside, coalesce(kept.version, 1) as version
      from (select 1) always
      left join mentor_profile kept on kept.person_id = person.id and kept.unit_id = person.unit_id
    ) mentor_profile
    where person.id = ${personId} and ${within(ctx, 'mentorProfile.edit')}
  `.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new NotFound('mentorProfile');
  return row;
}
