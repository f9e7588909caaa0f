import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { PersonName } from '../people/person-name.ts';
import type { MentorProfile } from './mentor-profile.operations.server.ts';
import { formatsOf } from './mentor-profile.ts';

/** A mentor's profile for the form, empty when nothing is recorded yet. Throws NotFound where it may not be edited. */
export async function findMentorProfile(ctx: Context, personId: Id) {
  const { rows } = await sql<MentorProfile & PersonName & { version: number }>`
    select person.last_name, person.first_name, person.middle_name, mentor_profile.load_limit_people,
      mentor_profile.load_limit_hours, mentor_profile.formats, mentor_profile.subjects, mentor_profile.strengths,
      mentor_profile.is_taking, mentor_profile.not_taking_until, mentor_profile.is_open_outside, mentor_profile.version
    from person
    cross join lateral (
      select person.id as person_id, person.unit_id, person.region_id, coalesce(kept.strengths, '') as strengths,
        kept.load_limit_people, kept.load_limit_hours, coalesce(kept.formats, '{}') as formats,
        coalesce(kept.subjects, '{}') as subjects, coalesce(kept.is_taking, true) as is_taking, kept.not_taking_until,
        coalesce(kept.is_open_outside, false) as is_open_outside, coalesce(kept.version, 1) as version
      from (select 1) always
      left join mentor_profile kept on kept.person_id = person.id and kept.unit_id = person.unit_id
    ) mentor_profile
    where person.id = ${personId} and ${within(ctx, 'mentorProfile.edit')}
  `.execute(ctx.db);
  const [row] = rows;
  if (!row) throw new NotFound('mentorProfile');
  return { ...row, formats: formatsOf(row.formats) };
}
