import { makeRequest } from '#app/demo/factories/mentoring-requests.ts';
import { askMentor } from '#app/features/mentor-choice/mentor-ask.operations.server.ts';
import { as, TODAY, type World } from '#tests/support/world.ts';
import type { Canary, Marks } from './canary-marks.ts';

/** Kinds of requests a set holds. */
export type RequestObject = 'request' | 'outwardRequest' | 'freeRequest' | 'lentRequest' | 'ask';

/** An open request of the mentee with its ask, one nobody is asked upon, and two that went outside. */
export async function requestsOf(
  world: World,
  marks: Marks,
  mentees: { active: Canary; drafting: Canary; proposed: Canary; draft: Canary },
  asked: Canary,
) {
  const ask = async (mentee: Canary) => {
    const words = { difficulties: marks.word('need', mentee), expectation: marks.word('need', mentee) };
    // Long enough ago to go outside.
    const own = { ...(await as(world, mentee.id)), today: '2026-11-02' };
    return (await makeRequest(own, { personId: mentee.id, ...words })).id;
  };
  const [outwardRequest, lentRequest] = [await ask(mentees.proposed), await ask(mentees.draft)];
  const went = world.db.updateTable('mentoringRequest').set({ outwardOn: TODAY });
  await went.where('id', 'in', [outwardRequest, lentRequest]).execute();
  const request = await ask(mentees.active);
  const asking = await askMentor(await as(world, mentees.active.id), request, { mentorId: asked.id });
  return { request, ask: asking.id, freeRequest: await ask(mentees.drafting), outwardRequest, lentRequest };
}
