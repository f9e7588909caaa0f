import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import type { Day, Id } from '#db/schema.ts';
import type { ProfileFacts } from '../mentor-profiles/mentor-profile.ts';
import { findProfileFacts } from '../mentor-profiles/profile-facts.server.ts';
import { categoryOn } from '../people/category-on.server.ts';
import { grouped, hoursTakenOf, placesPromised, placesTaken } from './mentor-places.server.ts';
import { LIVE_STATES } from './mentorship.ts';
import type { Mentor, Participant, Work } from './mentorship-rules.ts';

/** A possible mentor with what matching weighs besides the rules. */
export type MentorFacts = Mentor & { category: string; profile: ProfileFacts };

/** Facts of a pool: people by id, and live mentorships between those on the two sides. */
export interface PoolFacts {
  mentees: Map<Id, Participant>;
  /** Without what is between a mentor and a mentee: that stands in `shared`. */
  mentors: Map<Id, Omit<MentorFacts, 'withMentee'>>;
  /** By mentee, then by mentor. */
  shared: Map<Id, Map<Id, Mentor['withMentee'][number][]>>;
}

/**
 * What the rules need of one mentee and of each possible mentor, by id, in a fixed number of reads however many there
 * are. The ids come from scoped reads or are asked about by the caller; missing people are left out.
 */
export async function findPairFacts(
  ctx: Context,
  menteeId: Id,
  mentorIds: readonly Id[],
): Promise<{ mentee: Participant | undefined; mentors: Map<Id, MentorFacts> }> {
  const pool = await findPoolFacts(ctx, [menteeId], mentorIds);
  const shared = pool.shared.get(menteeId);
  const mentors = [...pool.mentors].map(
    ([id, facts]) => [id, { ...facts, withMentee: shared?.get(id) ?? [] }] as const,
  );
  return { mentee: pool.mentees.get(menteeId), mentors: new Map(mentors) };
}

/** The same for many mentees at once, in the same reads. */
export async function findPoolFacts(
  ctx: Context,
  menteeIds: readonly Id[],
  mentorIds: readonly Id[],
): Promise<PoolFacts> {
  const facts: PoolFacts = { mentees: new Map(), mentors: new Map(), shared: new Map() };
  const ids = [...new Set([...menteeIds, ...mentorIds])];
  if (ids.length === 0) return facts;
  const people = await ctx.db
    .selectFrom('person')
    .select(['person.id', 'person.unitId', 'person.teachingSince', categoryOn(ctx.today).as('category')])
    .where('person.id', 'in', ids)
    .orderBy('person.id')
    .execute();
  const work = await workOf(ctx, ids);
  const taken = await placesTaken(ctx, mentorIds, LIVE_STATES);
  const hoursTaken = await hoursTakenOf(ctx, mentorIds, LIVE_STATES);
  const profiles = await findProfileFacts(ctx, mentorIds);
  const promised = await placesPromised(ctx, mentorIds);
  facts.shared = await sharedMentorships(ctx, menteeIds, mentorIds);
  const wantedMentees = new Set(menteeIds);
  const wantedMentors = new Set(mentorIds);
  for (const { id, unitId, teachingSince, category } of people) {
    const participant = { personId: id, unitId, work: work.get(id) ?? [] };
    if (wantedMentees.has(id)) facts.mentees.set(id, participant);
    const profile = profiles.get(id);
    if (!wantedMentors.has(id) || !profile) continue;
    facts.mentors.set(id, {
      ...participant,
      teachingSince,
      category,
      profile,
      allowance: profile.allowance,
      hasResults: profile.hasResults,
      isTaking: profile.isTaking,
      isReadyRemote: profile.isReadyRemote,
      taken: [...(taken.get(id) ?? []), ...(promised.get(id) ?? [])],
      hoursTaken: hoursTaken.get(id) ?? [],
    });
  }
  return facts;
}

async function workOf(ctx: Context, ids: readonly Id[]): Promise<Map<Id, Work[]>> {
  const rows = await ctx.db
    .selectFrom('employment')
    .innerJoin('person', 'person.id', 'employment.personId')
    .innerJoin('post', 'post.code', 'employment.postCode')
    .select(['employment.personId', 'employment.postCode', 'employment.subject', 'post.isTeaching'])
    .select(['employment.startedOn', 'employment.endedOn'])
    .where('employment.personId', 'in', ids)
    .whereRef('employment.unitId', '=', 'person.unitId')
    .orderBy('employment.startedOn')
    .orderBy('employment.id')
    .execute();
  return grouped(rows.map(({ personId, ...one }) => [personId, one]));
}

async function sharedMentorships(
  ctx: Context,
  menteeIds: readonly Id[],
  mentorIds: readonly Id[],
): Promise<PoolFacts['shared']> {
  if (mentorIds.length === 0 || menteeIds.length === 0) return new Map();
  const rows = await ctx.db
    .selectFrom('mentorshipMember as mine')
    .innerJoin('mentorshipMember as other', (join) =>
      join.onRef('other.mentorshipId', '=', 'mine.mentorshipId').onRef('other.side', '<>', 'mine.side'),
    )
    .innerJoin('mentorship', 'mentorship.id', 'mine.mentorshipId')
    .select(['mine.personId as menteeId', 'other.personId', 'mine.side'])
    .select(sql<Day>`greatest(mine.started_on, other.started_on)`.as('startedOn'))
    .select(sql<Day>`least(mine.ended_on, other.ended_on)`.as('endedOn'))
    .where('mine.personId', 'in', menteeIds)
    .where('other.personId', 'in', mentorIds)
    .where('mentorship.state', 'in', LIVE_STATES)
    .whereRef('mine.startedOn', '<=', 'other.endedOn')
    .whereRef('other.startedOn', '<=', 'mine.endedOn')
    .orderBy('mine.startedOn')
    .orderBy('mine.id')
    .execute();
  const byMentee = grouped(rows.map(({ menteeId, ...row }) => [menteeId, row]));
  return new Map(
    [...byMentee].map(([menteeId, own]) => [
      menteeId,
      grouped(own.map(({ personId, side, ...period }) => [personId, { ...period, mirrored: side === 'mentor' }])),
    ]),
  );
}
