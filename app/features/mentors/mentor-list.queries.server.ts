import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { categoryOn } from '../people/category-on.server.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';
import { findLoads, listWork, readable } from './mentor.queries.server.ts';
import type { MentorFilter } from './mentors.schema.ts';

/** Mentors of the actor's organisations, and of neighbours that opened their profiles, who work there today. */
function mentorsFound(ctx: Context, filter: MentorFilter) {
  return ctx.db
    .selectFrom('mentorProfile')
    .innerJoin('person', (join) =>
      join.onRef('person.id', '=', 'mentorProfile.personId').onRef('person.unitId', '=', 'mentorProfile.unitId'),
    )
    .innerJoin('orgUnit', 'orgUnit.id', 'mentorProfile.unitId')
    .where(readable(ctx))
    .where(offersHelp(ctx))
    .where(
      sql<boolean>`exists (select 1 from employment where employment.person_id = person.id
        and employment.unit_id = person.unit_id and employment.started_on <= ${ctx.today}::date
        and (employment.ended_on is null or employment.ended_on >= ${ctx.today}::date))`,
    )
    .where((eb) => eb.and(searchPatterns(filter.search).map((pattern) => eb('person.searchName', 'like', pattern))))
    .$if(filter.who === 'taking', (query) =>
      query.where(sql<boolean>`(mentor_profile.is_taking or mentor_profile.not_taking_until < ${ctx.today}::date)`),
    )
    .$if(filter.who === 'lacking', (query) =>
      query.where(categoryOn(ctx.today), '=', 'none').where(
        sql<boolean>`not exists (select 1 from mentor_result where mentor_result.person_id = person.id
          and mentor_result.confirmed_on is not null and mentor_result.withdrawn_on is null)`,
      ),
    )
    .$if(filter.format !== '', (query) => query.where(sql<boolean>`${filter.format} = any(mentor_profile.formats)`));
}

/**
 * Whether colleagues may take the person for a mentor: who has said what they offer, or holds the role by an order. A
 * mere proposal also begins a profile, and of that only those who assign may know (BR-04).
 */
function offersHelp(ctx: Context) {
  return sql<boolean>`(${within(ctx, 'mentorProfile.edit')} or mentor_profile.version > 1 or mentor_profile.is_open_outside
    or mentor_profile.strengths <> '' or mentor_profile.formats <> '{}'
    or exists (select 1 from role_grant where role_grant.person_id = person.id and role_grant.role = 'mentor'
      and role_grant.unit_id = mentor_profile.unit_id))`;
}

/** Mentors by name, a page of 50, with what they offer; the load only where the actor may know it. */
export async function listMentors(ctx: Context, filter: MentorFilter, limit = PAGE_SIZE) {
  const rows = await mentorsFound(ctx, filter)
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .select(['orgUnit.id as unitId', 'orgUnit.shortName as unitName'])
    .select(within(ctx, 'mentorProfile.load').as('showsLoad'))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(limit)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  const ids = rows.map(({ id }) => id);
  const loads = await findLoads(ctx, ids);
  const work = await listWork(ctx, ids);
  return rows.flatMap(({ id, unitId, unitName, showsLoad, ...name }) => {
    const found = loads.get(id);
    if (!found) return [];
    return [
      {
        id,
        unitId,
        unitName,
        name: fullName(name),
        work: work.get(id) ?? '',
        facts: found.facts,
        load: showsLoad ? found.load : null,
      },
    ];
  });
}

/** One mentor of the list. */
export type ListedMentor = Awaited<ReturnType<typeof listMentors>>[number];

/** How many mentors the filter finds. */
export async function countMentors(ctx: Context, filter: MentorFilter): Promise<number> {
  const row = await mentorsFound(ctx, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
