import { sql } from 'kysely';
import { canAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { listEntries } from '../directories/directory.queries.server.ts';
import { type Entry, FORM_LISTS, fitsSides, isOpen } from '../directories/directory.ts';
import { isAgreedOutside } from '../mentoring-requests/request-match.server.ts';
import { LIVE_STATES, type Period } from '../mentorships/mentorship.ts';
import type { Participant, Work } from '../mentorships/mentorship-rules.ts';
import { membersOn, namesOf } from '../mentorships/mentorship-sides.server.ts';
import { standingOf } from '../mentorships/proposal-entries.server.ts';
import { fullName } from '../people/person-name.ts';
import type { CandidateFacts, MenteeFacts } from './matching.ts';
import { categoryOf, findScorePool } from './score-facts.server.ts';

/** Whom a mentor is looked for, with what the pages say of the person. */
export interface MenteeCard extends MenteeFacts {
  name: string;
  unitName: string;
}

/** A candidate with the name the pages show. */
export interface Candidate extends CandidateFacts {
  name: string;
}

/** The most people of one organisation that are weighed for one mentee. */
const MOST_CANDIDATES = 2000;

/** The mentee as the engine sees it. Throws NotFound where the actor does not match, or the home is elsewhere. */
export async function findMentee(ctx: Context, personId: Id): Promise<MenteeCard> {
  const row = await ctx.db
    .selectFrom('person')
    .innerJoin('orgUnit', 'orgUnit.id', 'person.unitId')
    .select(['person.id', 'person.unitId', 'person.teachingSince', 'orgUnit.shortName as unitName'])
    .select(['person.lastName', 'person.firstName', 'person.middleName'])
    .where('person.id', '=', personId)
    .where(within(ctx, 'matching.run'))
    .executeTakeFirst();
  if (!row || !(await canAt(ctx, 'mentorship.propose', row.unitId))) throw new NotFound('person');
  const { rules, facts } = await findScorePool(ctx, [row.id], []);
  const mentee = rules.mentees.get(row.id);
  if (!mentee) throw new NotFound('person');
  return {
    ...mentee,
    weighed: facts.get(row.id),
    teachingSince: row.teachingSince,
    unitName: row.unitName,
    name: fullName(row),
  };
}

/**
 * Everybody who works at the mentee's organisation today, as the engine sees them: a fixed number of queries for any
 * number of people. The mentee is among them and is refused by rule. With `offeredId`, that one person of another
 * organisation who agreed to come.
 */
export async function listCandidates(
  ctx: Context,
  mentee: MenteeFacts,
  onlyId: Id | null = null,
  offeredId: Id | null = null,
): Promise<Candidate[]> {
  const people = await ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.searchName', 'person.lastName', 'person.firstName', 'person.middleName'])
    .where(offeredId === null ? within(ctx, 'matching.run') : within(ctx, 'candidate.propose'))
    .where(offeredId === null ? worksAt(ctx, mentee.unitId) : sql<boolean>`person.id = ${offeredId}`)
    .$if(onlyId !== null, (query) => query.where('person.id', '=', onlyId))
    .orderBy('person.searchName')
    .orderBy('person.id')
    .limit(MOST_CANDIDATES)
    .execute();
  const ids = people.map(({ id }) => id);
  const { rules, facts: weighed } = await findScorePool(ctx, [mentee.personId], ids);
  const shared = rules.shared.get(mentee.personId);
  return people.flatMap(({ id, searchName, ...name }) => {
    const facts = rules.mentors.get(id);
    if (!facts) return [];
    const { profile, category, ...mentor } = facts;
    const pauseEndsOn = profile.isTaking ? null : profile.notTakingUntil;
    const known = { pauseEndsOn, category: categoryOf(category), weighed: weighed.get(id) };
    return [{ ...mentor, ...known, withMentee: shared?.get(id) ?? [], name: fullName(name), nameKey: searchName }];
  });
}

function worksAt(ctx: Context, unitId: Id) {
  return sql<boolean>`exists (select 1 from employment where employment.person_id = person.id
    and employment.unit_id = ${unitId} and employment.started_on <= ${ctx.today}::date
    and (employment.ended_on is null or employment.ended_on >= ${ctx.today}::date))`;
}

/** One candidate for the proposal's page. Throws NotFound. */
export async function findCandidate(ctx: Context, mentee: MenteeFacts, mentorId: Id): Promise<Candidate> {
  const isOffered = await isAgreedOutside(ctx, { menteeId: mentee.personId, mentorId });
  const [found] = await listCandidates(ctx, mentee, mentorId, isOffered ? mentorId : null);
  if (!found) throw new NotFound('person');
  return found;
}

/** Live mentorships in which the person is mentee, so that a second one is proposed knowingly. */
export async function listLiveOf(ctx: Context, menteeId: Id): Promise<(Period & { id: Id; mentor: string })[]> {
  const rows = await ctx.db
    .selectFrom('mentorship')
    .innerJoin('mentorshipMember as mentee', (join) =>
      join.onRef('mentee.mentorshipId', '=', 'mentorship.id').on('mentee.side', '=', 'mentee'),
    )
    .select(['mentorship.id', 'mentorship.startedOn', 'mentorship.endedOn'])
    .select(membersOn(ctx, 'mentor').as('mentors'))
    .where(within(ctx, 'mentorship.read'))
    .where('mentee.personId', '=', menteeId)
    .where('mentorship.state', 'in', LIVE_STATES)
    .where('mentorship.endedOn', '>=', ctx.today)
    .orderBy('mentorship.startedOn')
    .orderBy('mentorship.id')
    .limit(20)
    .execute();
  return rows.map(({ mentors, ...row }) => ({ ...row, mentor: namesOf(mentors) }));
}

/**
 * Forms and kinds that may be chosen for the two people today in the mentee's region, in the order of the directories;
 * forms by the list they stand in.
 */
export async function listFormsAndKinds(ctx: Context, mentee: Participant, mentor: Participant) {
  const units = await ctx.db
    .selectFrom('orgUnit')
    .select(['id', 'kind', 'regionId'])
    .where('id', 'in', [mentee.unitId, mentor.unitId])
    .execute();
  const unitOf = ({ unitId }: Participant) => units.find(({ id }) => id === unitId);
  const standing = (person: Participant) => standingOf(person.work, unitOf(person)?.kind ?? '', ctx.today);
  const entries = (await listEntries(ctx, unitOf(mentee)?.regionId ?? null, ctx.today)).filter(isOpen);
  const named = ({ code, name }: Entry) => ({ code, name });
  const forms = entries.filter((entry) => entry.directory === 'form');
  const fitting = forms.filter((form) => fitsSides(form, standing(mentor), standing(mentee)));
  return {
    forms: FORM_LISTS.map((list) => ({
      list,
      entries: fitting.filter(({ lists }) => lists[0] === list).map(named),
    })).filter((group) => group.entries.length > 0),
    kinds: entries.filter(({ directory }) => directory === 'kind').map(named),
  };
}

/** Post and subject in force, in words: 'Учитель, физика'. */
export async function describeWork(ctx: Context, work: readonly Work[]): Promise<string> {
  const held = work.find(({ endedOn }) => endedOn === null || endedOn >= ctx.today);
  if (!held) return '';
  const post = await ctx.db.selectFrom('post').select('name').where('code', '=', held.postCode).executeTakeFirst();
  return [post?.name, held.subject].filter(Boolean).join(', ');
}
