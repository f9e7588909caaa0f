import { sql } from 'kysely';
import { holdsByRole } from '#app/access/actor.ts';
import { within } from '#app/access/within.server.ts';
import { withinUnits } from '#app/access/within-units.server.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { fullName, shortName } from '../people/person-name.ts';
import { type HomeFigure, READ_OF_A_KIND, type Task } from './home.ts';

const names = ['person.lastName', 'person.firstName', 'person.middleName'] as const;
/** A request nobody has been asked upon for so many days is brought to the curator's mind. */
const WAITS_DAYS = 3;
const NO_LIVE_ASK = sql<boolean>`not exists (select 1 from request_offer live
  where live.request_id = mentoring_request.id and live.state in ('asked', 'accepted'))`;
const NO_LIVE_OUTWARD = sql<boolean>`not exists (select 1 from outward_offer live
  where live.request_id = mentoring_request.id and live.state in ('offered', 'agreed'))`;

/** What waits for whoever needs or could be a mentor: a survey, the choice, an ask, an ask from outside. */
export async function tasksOfOwnRequests(ctx: Context): Promise<Task[]> {
  const me = personOf(ctx);
  const [surveys, requests, asks, outward] = await Promise.all([
    ctx.db
      .selectFrom('needsSurvey')
      .select(['needsSurvey.id', 'needsSurvey.startedOn', 'needsSurvey.endedOn'])
      .where(within(ctx, 'needsSurvey.answer'))
      .where(sql<boolean>`not exists (select 1 from needs_answer mine
        where mine.survey_id = needs_survey.id and mine.person_id = ${me})`)
      .orderBy('needsSurvey.id')
      .limit(READ_OF_A_KIND)
      .execute(),
    ctx.db
      .selectFrom('mentoringRequest')
      .select(['mentoringRequest.id', 'mentoringRequest.openedOn'])
      .where('mentoringRequest.personId', '=', me)
      .where('mentoringRequest.state', '=', 'open')
      .where('mentoringRequest.outwardOn', 'is', null)
      .where(NO_LIVE_ASK)
      .orderBy('mentoringRequest.id')
      .limit(READ_OF_A_KIND)
      .execute(),
    ctx.db
      .selectFrom('requestOffer')
      .innerJoin('mentoringRequest', 'mentoringRequest.id', 'requestOffer.requestId')
      .innerJoin('person', 'person.id', 'mentoringRequest.personId')
      .select(['requestOffer.id', 'requestOffer.askedOn', 'requestOffer.expiresOn', ...names])
      .where('requestOffer.mentorId', '=', me)
      .where('requestOffer.state', '=', 'asked')
      .where('requestOffer.expiresOn', '>=', ctx.today)
      .orderBy('requestOffer.expiresOn')
      .orderBy('requestOffer.id')
      .limit(READ_OF_A_KIND)
      .execute(),
    ctx.db
      .selectFrom('outwardOffer')
      .innerJoin('orgUnit', 'orgUnit.id', 'outwardOffer.unitId')
      .select(['outwardOffer.id', 'outwardOffer.offeredOn', 'orgUnit.shortName'])
      .where('outwardOffer.mentorId', '=', me)
      .where('outwardOffer.state', '=', 'offered')
      .where('outwardOffer.mentorAgreedOn', 'is', null)
      .orderBy('outwardOffer.id')
      .limit(READ_OF_A_KIND)
      .execute(),
  ]);
  return [
    ...surveys.map(
      (row): Task => ({
        kind: 'survey-mine',
        key: row.id,
        href: paths.needsAnswer(row.id),
        about: '',
        since: row.startedOn,
        until: row.endedOn,
      }),
    ),
    ...requests.map((row) => task('choose-mentor', row.id, paths.requestChoose(row.id), '', row.openedOn)),
    ...asks.map((row) => ({
      ...task('ask-mine', row.id, paths.ask(row.id), fullName(row), row.askedOn),
      until: row.expiresOn,
    })),
    ...outward.map((row) => task('outward-mine', row.id, paths.outwardAnswer(row.id), row.shortName, row.offeredOn)),
  ];
}

function task(kind: Task['kind'], key: Id, href: string, about: string, since: string | null): Task {
  return { kind, key, href, about, since, until: null };
}

/** What waits for curators: pairs that are ready, requests nobody answers, mentors asked for by other organisations. */
export async function tasksOfRequests(ctx: Context): Promise<Task[]> {
  const [ready, found, waiting, lent] = await Promise.all([
    ofMyUnits(ctx)
      .innerJoin('requestOffer', 'requestOffer.requestId', 'mentoringRequest.id')
      .select(['requestOffer.mentorId', 'requestOffer.answeredOn as since'])
      .where('requestOffer.state', '=', 'accepted')
      .execute(),
    ofMyUnits(ctx)
      .innerJoin('outwardOffer', 'outwardOffer.requestId', 'mentoringRequest.id')
      .select(['outwardOffer.mentorId', 'outwardOffer.homeAgreedOn as since'])
      .where('outwardOffer.state', '=', 'agreed')
      .execute(),
    ofMyUnits(ctx)
      .select(['mentoringRequest.openedOn', 'mentoringRequest.nobodySince'])
      .where('mentoringRequest.outwardOn', 'is', null)
      .where('mentoringRequest.openedOn', '<=', addDays(ctx.today, -WAITS_DAYS))
      .where(NO_LIVE_ASK)
      .execute(),
    ctx.db
      .selectFrom('outwardOffer')
      .innerJoin('person', 'person.id', 'outwardOffer.mentorId')
      .select(['outwardOffer.id', 'outwardOffer.offeredOn', ...names])
      .where(within(ctx, 'lentMentor.agree'))
      .where('outwardOffer.state', '=', 'offered')
      .where('outwardOffer.homeAgreedOn', 'is', null)
      .orderBy('outwardOffer.id')
      .limit(READ_OF_A_KIND)
      .execute(),
  ]);
  return [
    ...[...ready, ...found].map((row) =>
      task('pair-ready', row.id, paths.mentorshipPropose(row.personId, row.mentorId), shortName(row), row.since),
    ),
    ...waiting.map((row) => {
      const kind = row.nobodySince === null ? 'request-waits' : 'request-nobody';
      return task(kind, row.id, paths.requestChoose(row.id), shortName(row), row.openedOn);
    }),
    ...lent.map((row) => task('outward-home', row.id, paths.outwardHome(row.id), shortName(row), row.offeredOn)),
  ];
}

function ofMyUnits(ctx: Context) {
  return ctx.db
    .selectFrom('mentoringRequest')
    .innerJoin('person', 'person.id', 'mentoringRequest.personId')
    .innerJoin('orgUnit', 'orgUnit.id', 'mentoringRequest.unitId')
    .select(['mentoringRequest.id', 'mentoringRequest.personId', ...names])
    .where(withinUnits(ctx, 'request.edit'))
    .where('mentoringRequest.state', '=', 'open')
    .orderBy('mentoringRequest.openedOn')
    .orderBy('mentoringRequest.id')
    .limit(READ_OF_A_KIND);
}

/** Requests that went outside and have no offer yet, for the municipal coordinator. */
export async function tasksOfUnmetRequests(ctx: Context): Promise<Task[]> {
  const rows = await unmet(ctx)
    .innerJoin('orgUnit', 'orgUnit.id', 'mentoringRequest.unitId')
    .select(['mentoringRequest.id', 'mentoringRequest.subject', 'mentoringRequest.outwardOn', 'orgUnit.shortName'])
    .orderBy('mentoringRequest.outwardOn')
    .orderBy('mentoringRequest.id')
    .limit(READ_OF_A_KIND)
    .execute();
  return rows.map((row) => {
    const about = [row.subject, row.shortName].filter(Boolean).join(', ');
    return task('request-unmet', row.id, paths.outwardMentors(row.id), about, row.outwardOn);
  });
}

function unmet(ctx: Context) {
  return ctx.db.selectFrom('mentoringRequest').where(within(ctx, 'request.offer')).where(NO_LIVE_OUTWARD);
}

/** How many requests of the municipality nobody inside could serve. */
export async function figuresOfRequests(ctx: Context): Promise<HomeFigure[]> {
  if (!holdsByRole(ctx.actor, 'request.offer')) return [];
  const row = await unmet(ctx)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return [{ kind: 'requests-unmet', value: row.count, href: paths.requests() }];
}
