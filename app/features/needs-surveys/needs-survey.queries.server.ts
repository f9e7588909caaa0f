import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import type { Day, Id } from '#db/schema.ts';
import { searchPatterns } from '../people/person.queries.server.ts';
import { fullName } from '../people/person-name.ts';

/** Teachers of an organisation on a day: everybody with a teaching post there. The table `person` is in the query. */
export function teachesAt(unitId: Id, day: Day) {
  return sql<boolean>`exists (select 1 from employment work join post on post.code = work.post_code
    where work.person_id = person.id and work.unit_id = ${unitId} and post.is_teaching
      and work.started_on <= ${day}::date and (work.ended_on is null or work.ended_on >= ${day}::date))`;
}

/** Surveys the actor looks after, the latest first, a page of 50. */
export async function listSurveys(ctx: Context, page: number) {
  return ctx.db
    .selectFrom('needsSurvey')
    .innerJoin('orgUnit', 'orgUnit.id', 'needsSurvey.unitId')
    .select(['needsSurvey.id', 'needsSurvey.startedOn', 'needsSurvey.endedOn', 'orgUnit.shortName as unitName'])
    .where(within(ctx, 'needsSurvey.manage'))
    .orderBy('needsSurvey.startedOn', 'desc')
    .orderBy('needsSurvey.id')
    .limit(PAGE_SIZE)
    .offset((page - 1) * PAGE_SIZE)
    .execute();
}

/** How many there are. */
export async function countSurveys(ctx: Context): Promise<number> {
  const row = await ctx.db
    .selectFrom('needsSurvey')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where(within(ctx, 'needsSurvey.manage'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Units the actor may open a survey at. */
export async function listSurveyUnits(ctx: Context) {
  return ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName as name'])
    .where(withinUnits(ctx, 'needsSurvey.manage'))
    .where((eb) => eb.or([eb('orgUnit.endedOn', 'is', null), eb('orgUnit.endedOn', '>=', ctx.today)]))
    .orderBy('orgUnit.shortName')
    .orderBy('orgUnit.id')
    .limit(PAGE_SIZE)
    .execute();
}

/** A survey with its numbers. Throws NotFound. */
export async function findSurvey(ctx: Context, id: Id) {
  const survey = await ctx.db
    .selectFrom('needsSurvey')
    .innerJoin('orgUnit', 'orgUnit.id', 'needsSurvey.unitId')
    .select(['needsSurvey.id', 'needsSurvey.unitId', 'needsSurvey.startedOn', 'needsSurvey.endedOn'])
    .select(['needsSurvey.remindedOn', 'orgUnit.shortName as unitName'])
    .where('needsSurvey.id', '=', id)
    .where(within(ctx, 'needsSurvey.manage'))
    .executeTakeFirst();
  if (!survey) throw new NotFound('needsSurvey');
  const answers = await ctx.db
    .selectFrom('needsAnswer')
    .select(({ fn }) => [
      fn.countAll<number>().as('answered'),
      fn.countAll<number>().filterWhere('needsMentor', '=', true).as('needs'),
    ])
    .where('surveyId', '=', id)
    .executeTakeFirstOrThrow();
  const left = await countUnanswered(ctx, survey, '');
  return { ...survey, ...answers, left, asked: answers.answered + left };
}

function unanswered(ctx: Context, survey: { id: Id; unitId: Id; endedOn: Day }, search: string) {
  const day = survey.endedOn < ctx.today ? survey.endedOn : ctx.today;
  return ctx.db
    .selectFrom('person')
    .where(teachesAt(survey.unitId, day))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('needsAnswer')
            .select('needsAnswer.personId')
            .where('needsAnswer.surveyId', '=', survey.id)
            .whereRef('needsAnswer.personId', '=', 'person.id'),
        ),
      ),
    )
    .where((eb) => eb.and(searchPatterns(search).map((pattern) => eb('person.searchName', 'like', pattern))));
}

/** Teachers who have not answered, by name, a page of 50; the survey was found within reach. */
export async function listUnanswered(
  ctx: Context,
  survey: { id: Id; unitId: Id; endedOn: Day },
  filter: { page: number; search: string },
) {
  const rows = await unanswered(ctx, survey, filter.search)
    .select(['person.id', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where(within(ctx, 'person.read'))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(PAGE_SIZE)
    .offset((filter.page - 1) * PAGE_SIZE)
    .execute();
  return rows.map((row) => ({ id: row.id, name: fullName(row) }));
}

/** How many they are. */
export async function countUnanswered(
  ctx: Context,
  survey: { id: Id; unitId: Id; endedOn: Day },
  search: string,
): Promise<number> {
  const row = await unanswered(ctx, survey, search)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

/** Ids of all who have not answered, for the reminder; at most 2,000. */
export async function everyUnanswered(ctx: Context, survey: { id: Id; unitId: Id; endedOn: Day }): Promise<Id[]> {
  const rows = await unanswered(ctx, survey, '').select('person.id').orderBy('person.id').limit(2000).execute();
  return rows.map(({ id }) => id);
}

/** A survey that asks the actor today, with the own answer and the own open request. Throws NotFound. */
export async function findSurveyToAnswer(ctx: Context, id: Id) {
  const me = personOf(ctx);
  const row = await ctx.db
    .selectFrom('needsSurvey')
    .leftJoin('needsAnswer', (join) =>
      join.onRef('needsAnswer.surveyId', '=', 'needsSurvey.id').on('needsAnswer.personId', '=', me),
    )
    .select(['needsSurvey.id', 'needsSurvey.endedOn', 'needsAnswer.answeredOn'])
    .select(({ selectFrom }) =>
      selectFrom('mentoringRequest')
        .select('mentoringRequest.id')
        .where('mentoringRequest.personId', '=', me)
        .where('mentoringRequest.state', '=', 'open')
        .as('requestId'),
    )
    .where('needsSurvey.id', '=', id)
    .where(within(ctx, 'needsSurvey.answer'))
    .executeTakeFirst();
  if (!row) throw new NotFound('needsSurvey');
  return row;
}
