import type { Context } from '#app/core/context.server.ts';
import { makeSupplement, makeTerms } from '#app/demo/factories/papers.ts';
import { proposeReplacement, takeIn } from '#app/features/memberships/membership.operations.server.ts';
import { recordChangePaper } from '#app/features/memberships/membership-answer.operations.server.ts';
import { pauseMentorship } from '#app/features/mentorship-pauses/pause.operations.server.ts';
import type { Id } from '#db/schema.ts';
import { TODAY, type World } from '#tests/support/world.ts';

/** A member who could leave, a mentor invited in the place of another, one more who agreed, and a pause to come. */
export async function lives(world: World, curator: Context, ids: { active: Id; newcomer: Id; coMentor: Id }) {
  const mentorOf = (mentorshipId: Id) =>
    world.db
      .selectFrom('mentorshipMember')
      .select('id')
      .where('mentorshipId', '=', mentorshipId)
      .where('side', '=', 'mentor')
      .executeTakeFirstOrThrow();
  const changeOf = async (personId: Id) =>
    (
      await world.db
        .selectFrom('membershipChange')
        .select('id')
        .where('mentorshipId', '=', ids.active)
        .where('personId', '=', personId)
        .executeTakeFirstOrThrow()
    ).id;
  const { id: memberId } = await mentorOf(ids.active);
  const coming = { personId: ids.newcomer, startedOn: '2026-12-01' };
  const told = { startedOn: coming.startedOn, content: 'Посещает уроки' };
  await proposeReplacement(curator, ids.active, { memberId, ...coming, reason: 'Отпуск' });
  await makeTerms(curator, ids.active, told, [ids.newcomer]);
  await makeSupplement(curator, ids.active, curator, [ids.newcomer]);
  const agreedChange = await changeOf(ids.newcomer);
  await recordChangePaper(curator, agreedChange, { answer: 'given', answeredOn: TODAY });
  await takeIn(curator, ids.active, { ...coming, side: 'mentor', personId: ids.coMentor });
  await makeTerms(curator, ids.active, told, [ids.coMentor]);
  const rest = { reason: 'leave', startedOn: '2027-01-11', endedOn: '2027-01-20', freesPlace: false } as const;
  const { id: pause } = await pauseMentorship(curator, ids.active, rest);
  return { member: memberId, memberChange: await changeOf(ids.coMentor), agreedChange, pause };
}
