import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import type { Candidate } from '../matching/matching.queries.server.ts';
import { type MatchResult, match, type Ranked } from '../matching/matching.ts';
import { categoryOf, findScorePool } from '../matching/score-facts.server.ts';
import { findWeights } from '../matching/weights.queries.server.ts';
import { avoidedBy } from '../mentoring-requests/mentoring-request.queries.server.ts';
import { usualEnd } from '../mentorships/mentorship.ts';
import type { MentorFacts } from '../mentorships/pair-facts.server.ts';
import { fullName } from '../people/person-name.ts';
import { normalSubject } from '../people/subject.ts';
import { MOST_SUGGESTED } from './mentor-choice.ts';

/** The request mentors are looked for; the caller has asked about rights. */
export interface Asking {
  id: Id;
  personId: Id;
  unitId: Id;
}

/** A suggested colleague: why, and what he says of himself; nothing private. */
export interface Suggestion extends Ranked {
  name: string;
  strengths: string;
  isPreferred: boolean;
}

/** The area of competence that is the subject itself (002-37). */
const SUBJECT_AREA = 'subject';
/** The most people weighed at once. */
const MOST_WEIGHED = 2000;

/** What the engine said of people weighed for a request. */
export interface Weighed {
  result: MatchResult;
  candidates: Map<Id, Candidate>;
  /** How many would do but for the subject the request is about. */
  ofOtherSubject: number;
}

/** Up to five colleagues for the request, those the author would like first; how many would do in all, and how many do not. */
export async function suggestMentors(
  ctx: Context,
  request: Asking,
): Promise<{ suggested: Suggestion[]; suitable: number; ofOtherSubject: number; refused: number }> {
  const ids = await colleaguesLeft(ctx, request);
  const { result, candidates, ofOtherSubject } = await weigh(ctx, request, ids);
  const said = await strengthsOf(ctx, ids);
  const preferred = await preferredBy(ctx, request.id);
  const suggestions = result.ranked.map((ranked): Suggestion => {
    const name = candidates.get(ranked.personId)?.name ?? '';
    const strengths = said.get(ranked.personId) ?? '';
    return { ...ranked, name, strengths, isPreferred: preferred.has(ranked.personId) };
  });
  // Sorting is stable: within the two groups the engine's order stays.
  const inOrder = suggestions.sort((one, two) => Number(two.isPreferred) - Number(one.isPreferred));
  const suggested = inOrder.slice(0, MOST_SUGGESTED);
  return { suggested, suitable: inOrder.length, ofOtherSubject, refused: result.refused.length };
}

/** Whether the rules of matching let this person be the mentor upon the request today; avoided ones never are. */
export async function isSuitable(ctx: Context, request: Asking, mentorId: Id): Promise<boolean> {
  const { result } = await weigh(ctx, request, [mentorId]);
  return result.ranked.length > 0;
}

/**
 * People weighed for a request by the engine over the usual period; those the author avoids are left out in silence. Upon a
 * request about the subject itself only who teaches that subject, or names it in the profile, would do.
 */
export async function weigh(ctx: Context, request: Asking, ids: readonly Id[]): Promise<Weighed> {
  const avoided = (await avoidedBy(ctx, [request.personId])).get(request.personId);
  const people = await namesOf(
    ctx,
    ids.filter((id) => !avoided?.has(id)),
  );
  const { rules, facts: weighed } = await findScorePool(ctx, [request.personId], [...people.keys()]);
  const mentee = rules.mentees.get(request.personId);
  const shared = rules.shared.get(request.personId);
  const candidates = new Map<Id, Candidate>();
  const subject = await subjectAskedFor(ctx, request.id);
  const teachers = new Set<Id>();
  for (const [id, { name, nameKey }] of people) {
    const facts = rules.mentors.get(id);
    if (!facts) continue;
    const pauseEndsOn = facts.isTaking ? null : facts.profile.notTakingUntil;
    const known = { pauseEndsOn, category: categoryOf(facts.category), weighed: weighed.get(id), name, nameKey };
    candidates.set(id, { ...facts, ...known, withMentee: shared?.get(id) ?? [] });
    if (subject === null || subjectsOf(facts).includes(subject)) teachers.add(id);
  }
  if (!mentee) return { result: { ranked: [], refused: [] }, candidates, ofOtherSubject: 0 };
  const own = weighed.get(request.personId);
  const question = {
    mentee: { ...mentee, weighed: own, teachingSince: own?.teachingSince ?? null },
    candidates: [...candidates.values()],
    period: { startedOn: ctx.today, endedOn: usualEnd(ctx.today) },
    kindCode: 'one_to_one',
    hoursPerWeek: null,
    today: ctx.today,
    weights: (await findWeights(ctx, request.unitId)).weights,
  };
  const { ranked, refused } = match(question);
  const fitting = ranked.filter(({ personId }) => teachers.has(personId));
  return { result: { ranked: fitting, refused }, candidates, ofOtherSubject: ranked.length - fitting.length };
}

/** The subject, when the request is about it: it names the area and the subject. Null when any subject would do. */
async function subjectAskedFor(ctx: Context, requestId: Id): Promise<string | null> {
  const row = await ctx.db
    .selectFrom('mentoringRequest')
    .innerJoin('requestArea', 'requestArea.requestId', 'mentoringRequest.id')
    .select('mentoringRequest.subject')
    .where('mentoringRequest.id', '=', requestId)
    .where('requestArea.areaCode', '=', SUBJECT_AREA)
    .executeTakeFirst();
  return row?.subject ?? null;
}

function subjectsOf({ work, profile }: Pick<MentorFacts, 'work' | 'profile'>): string[] {
  const taught = work.flatMap(({ subject }) => (subject ?? '').split(/[,;/]/u).map((one) => normalSubject(one)));
  return [...taught, ...profile.subjects];
}

/** Colleagues at the author's home organisation who were not asked upon this request yet. */
async function colleaguesLeft(ctx: Context, request: Asking): Promise<Id[]> {
  const rows = await ctx.db
    .selectFrom('person')
    .select('person.id')
    .where('person.unitId', '=', request.unitId)
    .where('person.id', '<>', request.personId)
    .where(sql<boolean>`exists (select 1 from employment where employment.person_id = person.id
      and employment.unit_id = person.unit_id and employment.started_on <= ${ctx.today}::date
      and (employment.ended_on is null or employment.ended_on >= ${ctx.today}::date))`)
    .where(sql<boolean>`not exists (select 1 from request_offer asked where asked.request_id = ${request.id}
      and asked.mentor_id = person.id and asked.state not in ('closed', 'volunteered'))`)
    .orderBy('person.id')
    .limit(MOST_WEIGHED)
    .execute();
  return rows.map(({ id }) => id);
}

async function namesOf(ctx: Context, ids: readonly Id[]): Promise<Map<Id, { name: string; nameKey: string }>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('person')
    .select(['id', 'searchName', 'lastName', 'firstName', 'middleName'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, searchName, ...name }) => [id, { name: fullName(name), nameKey: searchName }]));
}

async function strengthsOf(ctx: Context, ids: readonly Id[]): Promise<Map<Id, string>> {
  if (ids.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('mentorProfile')
    .innerJoin('person', (join) =>
      join.onRef('person.id', '=', 'mentorProfile.personId').onRef('person.unitId', '=', 'mentorProfile.unitId'),
    )
    .select(['mentorProfile.personId', 'mentorProfile.strengths'])
    .where('mentorProfile.personId', 'in', [...ids])
    .execute();
  return new Map(rows.map(({ personId, strengths }) => [personId, strengths]));
}

async function preferredBy(ctx: Context, requestId: Id): Promise<Set<Id>> {
  const rows = await ctx.db
    .selectFrom('requestWish')
    .select('mentorId')
    .where('requestId', '=', requestId)
    .where('wish', '=', 'prefer')
    .execute();
  return new Set(rows.map(({ mentorId }) => mentorId));
}
