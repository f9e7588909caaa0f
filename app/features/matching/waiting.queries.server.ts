import { sql } from 'kysely';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import type { Context } from '#app/core/context.server.ts';
import { addYears } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';

/** Filter of the people without a mentor. */
export interface WaitingFilter {
  search: string;
  who: 'young' | 'all';
  page: number;
}

/** Working people of the organisations the actor matches for, who are mentee of no live mentorship. */
function peopleWithoutMentor(ctx: Context, filter: WaitingFilter) {
  return (
    ctx.db
      .selectFrom('person')
      .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
      .innerJoinLateral(
        (eb) =>
          eb
            .selectFrom('employment')
            .innerJoin('post', 'post.code', 'employment.postCode')
            .select(['post.name as post', 'employment.subject', 'post.isTeaching'])
            .whereRef('employment.personId', '=', 'person.id')
            .whereRef('employment.unitId', '=', 'person.unitId')
            .where('employment.startedOn', '<=', ctx.today)
            .where((or) => or.or([or('employment.endedOn', 'is', null), or('employment.endedOn', '>=', ctx.today)]))
            .orderBy('post.isTeaching', 'desc')
            .orderBy('employment.startedOn')
            .orderBy('employment.id')
            .limit(1)
            .as('work'),
        (join) => join.onTrue(),
      )
      // The curator of the home organisation proposes: people who only work here part-time are mentored at home.
      .where(within(ctx, 'matching.run'))
      .where(withinUnits(ctx, 'mentorship.propose'))
      .where(sql<boolean>`not exists (select 1 from mentorship_member side
      join mentorship on mentorship.id = side.mentorship_id
      where side.person_id = person.id and side.side = 'mentee'
        and mentorship.state in ('proposed', 'consented', 'active') and side.ended_on >= ${ctx.today}::date)`)
      .$if(filter.who === 'young', (query) =>
        query.where('person.teachingSince', '>=', addYears(ctx.today, -3)).where('work.isTeaching', '=', true),
      )
      .where((eb) => eb.and(searchPatterns(filter.search).map((pattern) => eb('person.searchName', 'like', pattern))))
  );
}

/** A page of 50, those who began to teach last come first: they need a mentor most. */
export async function listWaiting(ctx: Context, filter: WaitingFilter) {
  const rows = await peopleWithoutMentor(ctx, filter)
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName', 'person.teachingSince'])
    .select(['work.post', 'work.subject', 'orgUnit.shortName as unitName'])
    .orderBy(sql`person.teaching_since desc nulls last`)
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map(({ lastName, firstName, middleName, ...row }) => ({
    ...row,
    name: fullName({ lastName, firstName, middleName }),
  }));
}

/** How many the filter finds. */
export async function countWaiting(ctx: Context, filter: WaitingFilter): Promise<number> {
  const row = await peopleWithoutMentor(ctx, filter)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}
