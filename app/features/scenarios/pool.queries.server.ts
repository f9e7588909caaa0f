import { type SqlBool, sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { addYears } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import { findOptionalEntry } from '../directories/directory.queries.server.ts';
import { type Entry, isOpen } from '../directories/directory.ts';
import type { Load } from '../matching/score.ts';
import { findScorePool, type Pool as ScorePool } from '../matching/score-facts.server.ts';
import { freeDuring, tightestDay } from '../mentor-profiles/workload.ts';
import { LIVE_STATES, type Period } from '../mentorships/mentorship.ts';
import { canonicalHash } from './canonical.ts';
import { MOST_PEOPLE, type Pin, type Pool, type ScenarioQuestion } from './scenario.ts';
import type { PoolMentee, PoolMentor, ScenarioTask } from './scenario-problem.ts';

/**
 * Everything a scenario is computed from, as it is now. Read by the job for the whole organisation: the right was asked
 * when the scenario was started, and is asked again when it is looked at. People stand in the order of names and ids.
 */
export async function findScenarioTask(
  ctx: Context,
  question: ScenarioQuestion,
  pins: readonly Pin[],
): Promise<ScenarioTask> {
  const menteeIds = await listWaitingIds(ctx, question.unitId, question.pool);
  const mentorIds = await listWorkingIds(ctx, question.unitId);
  const pool = await findScorePool(ctx, menteeIds, mentorIds);
  const form = await findForm(ctx, question);
  const period = { startedOn: question.startedOn, endedOn: question.endedOn };
  return {
    question,
    today: ctx.today,
    mentees: inOrder(pool, menteeIds).flatMap((id) => menteeOf(pool, id)),
    mentors: inOrder(pool, mentorIds).flatMap((id) => mentorOf(pool, id, period, question.hoursPerWeek)),
    shared: sharedOf(pool),
    form,
    pins: [...pins].sort((one, other) => byText(one.menteeId + one.mentorId, other.menteeId + other.mentorId)),
  };
}

async function findForm(ctx: Context, { unitId, formCode, startedOn }: ScenarioQuestion): Promise<Entry | null> {
  const unit = await ctx.db.selectFrom('orgUnit').select('regionId').where('id', '=', unitId).executeTakeFirst();
  const entry = await findOptionalEntry(ctx, { directory: 'form', code: formCode }, unit?.regionId ?? null, startedOn);
  return entry && isOpen(entry) ? entry : null;
}

/** Working people whose home is the organisation and who are mentee of no live mentorship, of the chosen kind. */
async function listWaitingIds(ctx: Context, unitId: Id, pool: Pool): Promise<Id[]> {
  const rows = await ctx.db
    .selectFrom('person')
    .select('person.id')
    .where('person.unitId', '=', unitId)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('employment')
          .innerJoin('post', 'post.code', 'employment.postCode')
          .select('employment.id')
          .whereRef('employment.personId', '=', 'person.id')
          .where('employment.unitId', '=', unitId)
          .where(isNow(ctx))
          .$if(pool === 'young', (query) => query.where('post.isTeaching', '=', true)),
      ),
    )
    .where(({ exists, not, selectFrom }) =>
      not(
        exists(
          selectFrom('mentorshipMember as side')
            .innerJoin('mentorship', 'mentorship.id', 'side.mentorshipId')
            .select('side.id')
            .whereRef('side.personId', '=', 'person.id')
            .where('side.side', '=', 'mentee')
            .where('side.endedOn', '>=', ctx.today)
            .where('mentorship.state', 'in', LIVE_STATES),
        ),
      ),
    )
    .$if(pool === 'requests', (query) =>
      query.where(({ exists, selectFrom }) =>
        exists(
          selectFrom('mentoringRequest')
            .select('mentoringRequest.id')
            .whereRef('mentoringRequest.personId', '=', 'person.id')
            .where('mentoringRequest.state', '=', 'open'),
        ),
      ),
    )
    .$if(pool === 'young', (query) => query.where('person.teachingSince', '>=', addYears(ctx.today, -3)))
    .orderBy('person.id')
    .limit(MOST_PEOPLE + 1)
    .execute();
  return rows.map(({ id }) => id);
}

/** Everybody who works at the organisation today, wherever the home is. */
async function listWorkingIds(ctx: Context, unitId: Id): Promise<Id[]> {
  const rows = await ctx.db
    .selectFrom('employment')
    .select('employment.personId')
    .distinct()
    .where('employment.unitId', '=', unitId)
    .where(isNow(ctx))
    .orderBy('employment.personId')
    .limit(MOST_PEOPLE + 1)
    .execute();
  return rows.map(({ personId }) => personId);
}

function isNow(ctx: Context) {
  return sql<SqlBool>`employment.started_on <= ${ctx.today}::date
    and (employment.ended_on is null or employment.ended_on >= ${ctx.today}::date)`;
}

function inOrder({ facts }: ScorePool, ids: readonly Id[]): Id[] {
  const key = (id: Id) => facts.get(id)?.nameKey ?? '';
  return [...ids].sort((one, other) => byText(key(one), key(other)) || byText(one, other));
}

// Not localeCompare: the order must not depend on the machine's locale data.
function byText(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function menteeOf({ facts }: ScorePool, id: Id): PoolMentee[] {
  const own = facts.get(id);
  return own ? [{ facts: own, factsHash: canonicalHash(own) }] : [];
}

function mentorOf({ facts, rules: pool }: ScorePool, id: Id, period: Period, hoursPerWeek: number): PoolMentor[] {
  const own = facts.get(id);
  const mentor = pool.mentors.get(id);
  if (!own || !mentor) return [];
  const { people, mostPeople } = tightestDay(mentor, period);
  const load: Load = { taken: people, limit: mostPeople };
  const free = freeDuring(mentor, period);
  const capacity = Math.min(free.people, Math.floor(free.hours / hoursPerWeek));
  const { profile: _profile, ...rules } = mentor;
  return [{ facts: own, mentor: rules, load, capacity, factsHash: canonicalHash({ own, rules, capacity }) }];
}

function sharedOf({ rules }: ScorePool): ScenarioTask['shared'] {
  return [...rules.shared]
    .flatMap(([menteeId, own]) => [...own].map(([mentorId, periods]) => [menteeId, mentorId, periods] as const))
    .sort((one, other) => byText(one[0] + one[1], other[0] + other[1]));
}
