import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { mentorshipState, REVERSE_KIND } from '../mentorships/mentorship.ts';
import { membersOn, type SidePerson } from '../mentorships/mentorship-sides.server.ts';
import { fullName } from '../people/person-name.ts';
import { ruleAgainstResult, ruleAgainstTopic } from './topic.ts';

/** One direction of a reverse mentorship; without text while it is not written. */
export interface Direction {
  teacherId: Id;
  teacher: string;
  learner: string;
  topic: string | null;
  goal: string | null;
  result: string;
  version: number;
}

/** Both directions with what the viewer may write now. Throws NotFound for mentorships of another kind too. */
export async function findTopics(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('mentorship')
    .select(['mentorship.id', 'mentorship.state', 'mentorship.kindCode'])
    .select([membersOn(ctx, 'mentor').as('mentors'), membersOn(ctx, 'mentee').as('mentees')])
    .select(isInLivingOrder().as('isInOrder'))
    .where('mentorship.id', '=', id)
    .where('mentorship.kindCode', '=', REVERSE_KIND)
    .where(within(ctx, 'mentorship.topics'))
    .executeTakeFirst();
  const [one, two] = [row?.mentors[0], row?.mentees[0]];
  if (!row || !one || !two) throw new NotFound('mentorship');
  const written = await ctx.db
    .selectFrom('mentorshipTopic')
    .select(['teacherId', 'topic', 'goal', 'result', 'version'])
    .where('mentorshipId', '=', id)
    .limit(2)
    .execute();
  const direction = (teacher: SidePerson, learner: SidePerson): Direction => {
    const known = written.find(({ teacherId }) => teacherId === teacher.id);
    return {
      teacherId: teacher.id,
      teacher: fullName(teacher),
      learner: fullName(learner),
      topic: known?.topic ?? null,
      goal: known?.goal ?? null,
      result: known?.result ?? '',
      version: known?.version ?? 0,
    };
  };
  const mentorship = { kindCode: row.kindCode, state: mentorshipState(row.state) };
  return {
    id,
    directions: [direction(one, two), direction(two, one)],
    mayWrite: ruleAgainstTopic(mentorship, row.isInOrder) === null,
    mayTell: ruleAgainstResult(mentorship) === null,
  };
}

/** One direction for its form. Throws NotFound. */
export async function findDirection(ctx: Context, id: Id, teacherId: Id) {
  const { directions, ...rest } = await findTopics(ctx, id);
  const direction = directions.find((one) => one.teacherId === teacherId);
  if (!direction) throw new NotFound('topic');
  return { ...rest, direction };
}

/** Whether a living order names the mentorship: its text holds the topics. */
export function isInLivingOrder() {
  return sql<boolean>`exists (select 1 from local_act_mentorship named join local_act act on act.id = named.act_id
    where named.mentorship_id = mentorship.id and act.state <> 'cancelled')`;
}
