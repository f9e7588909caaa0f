import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type LockedMentorship, lockedMentorship } from '../mentorships/locked-mentorship.server.ts';
import { journalPlace } from '../mentorships/mentorship-line.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { isInLivingOrder } from './topic.queries.server.ts';
import { ruleAgainstResult, ruleAgainstTopic } from './topic.ts';

/**
 * Writes what one of the two teaches the other and to which goal, anew or again until the order. Version 0 means it was
 * not there yet. Throws NotFound, Forbidden, StaleWrite; RuleBroken with a code of `TopicRule`. Source: 004-2.
 */
export async function writeTopic(
  ctx: Context,
  mentorshipId: Id,
  teacherId: Id,
  input: { topic: string; goal: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.topics', mentorshipId);
    const { teacher, learner } = sidesOf(mentorship, teacherId);
    const refusal = ruleAgainstTopic(mentorship, await namedInOrder(tx, mentorshipId));
    if (refusal) throw new RuleBroken(refusal);
    const known = await topicOf(tx, mentorshipId, teacherId);
    if ((known?.version ?? 0) !== input.version) throw stale(known);
    const { unitId, regionId } = mentorship;
    const { topic, goal } = input;
    if (known) {
      await tx.db
        .updateTable('mentorshipTopic')
        .set({ topic, goal, version: known.version + 1 })
        .where('id', '=', known.id)
        .execute();
    } else {
      const place = { id: newId(), mentorshipId, unitId, regionId, createdAt: tx.now };
      const taught = { teacherId, learnerId: learner.personId, topic, goal };
      await tx.db
        .insertInto('mentorshipTopic')
        .values({ ...place, ...taught })
        .execute();
    }
    await journal(tx, {
      act: 'writeTopic',
      ...journalPlace(mentorship),
      personId: teacher.personId,
      after: { changed: 'topic' },
    });
  });
}

/**
 * Tells what came out of one direction. Throws NotFound, Forbidden, StaleWrite; RuleBroken `result-too-early`,
 * `topic-not-there`, `not-reverse-kind`.
 */
export async function tellTopicResult(
  ctx: Context,
  mentorshipId: Id,
  teacherId: Id,
  input: { result: string; version: number },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const mentorship = await lockedMentorship(tx, mentorshipId);
    await assertCan(tx, 'mentorship.topics', mentorshipId);
    const { teacher, learner } = sidesOf(mentorship, teacherId);
    const refusal = ruleAgainstResult(mentorship);
    if (refusal) throw new RuleBroken(refusal);
    const known = await topicOf(tx, mentorshipId, teacherId);
    if (!known) throw new RuleBroken('topic-not-there');
    if (known.version !== input.version) throw stale(known);
    await tx.db
      .updateTable('mentorshipTopic')
      .set({ result: input.result, version: known.version + 1 })
      .where('id', '=', known.id)
      .execute();
    await journal(tx, {
      act: 'tellTopicResult',
      ...journalPlace(mentorship),
      personId: learner.personId,
      after: { changed: 'result' },
    });
    const path = paths.mentorshipTopics(mentorshipId);
    for (const [me, other] of [
      [teacher, learner],
      [learner, teacher],
    ] as const)
      await notify(tx, { personId: me.personId, kind: 'topic-result-told', path, details: { person: other.name } });
  });
}

function sidesOf({ mentor, mentee }: LockedMentorship, teacherId: Id) {
  if (mentor.personId === teacherId) return { teacher: mentor, learner: mentee };
  if (mentee.personId === teacherId) return { teacher: mentee, learner: mentor };
  throw new NotFound('topic');
}

async function topicOf(tx: Context, mentorshipId: Id, teacherId: Id) {
  return tx.db
    .selectFrom('mentorshipTopic')
    .select(['id', 'topic', 'goal', 'result', 'version'])
    .where('mentorshipId', '=', mentorshipId)
    .where('teacherId', '=', teacherId)
    .forUpdate()
    .executeTakeFirst();
}

async function namedInOrder(tx: Context, mentorshipId: Id): Promise<boolean> {
  const row = await tx.db
    .selectFrom('mentorship')
    .select(isInLivingOrder().as('isInOrder'))
    .where('mentorship.id', '=', mentorshipId)
    .executeTakeFirst();
  return row?.isInOrder ?? false;
}

function stale(known: { topic: string; goal: string; result: string; version: number } | undefined): StaleWrite {
  const { topic = '', goal = '', result = '', version = 0 } = known ?? {};
  return new StaleWrite({ topic, goal, result, version: String(version) });
}
