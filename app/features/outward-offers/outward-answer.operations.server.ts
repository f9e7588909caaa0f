import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { toldOfRequest } from '../mentor-choice/told-of-request.server.ts';
import { type LockedRequest, lockedRequest } from '../mentoring-requests/locked-request.server.ts';
import { oneOf } from '../mentoring-requests/mentoring-request.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { OUTWARD_STATES, type OutwardState, ruleAgainstOutwardAnswer } from './outward-offer.ts';

/** Answer of one side. */
export type OutwardAnswer = 'agreed' | 'declined';

interface HeldOutward {
  id: Id;
  state: OutwardState;
  mentorAgreedOn: Day | null;
  homeAgreedOn: Day | null;
  offeredBy: Id;
  request: LockedRequest;
}

/** The offered mentor answers for himself. Throws NotFound; RuleBroken `offer-not-awaiting`, `offer-already-answered`. */
export async function answerOutward(ctx: Context, id: Id, { answer }: { answer: OutwardAnswer }): Promise<void> {
  await transact(ctx, async (tx) => {
    const offer = await heldOutward(tx, id);
    await assertCan(tx, 'outwardOffer.answer', id);
    const refusal = ruleAgainstOutwardAnswer(offer.state, offer.mentorAgreedOn);
    if (refusal) throw new RuleBroken(refusal);
    await record(tx, offer, answer, 'answerOutward', { mentorAgreedOn: tx.today });
  });
}

/**
 * The curator of the mentor's home organisation answers for it. Throws NotFound; RuleBroken `offer-not-awaiting`,
 * `offer-already-answered`.
 */
export async function answerForHome(ctx: Context, id: Id, { answer }: { answer: OutwardAnswer }): Promise<void> {
  await transact(ctx, async (tx) => {
    const offer = await heldOutward(tx, id);
    await assertCan(tx, 'lentMentor.agree', id);
    const refusal = ruleAgainstOutwardAnswer(offer.state, offer.homeAgreedOn);
    if (refusal) throw new RuleBroken(refusal);
    await record(tx, offer, answer, 'answerForHome', { homeAgreedOn: tx.today, homeAgreedBy: personOf(tx) });
  });
}

/** The offer and its request, held: the request first, as in every act upon it. */
async function heldOutward(tx: Context, id: Id): Promise<HeldOutward> {
  const found = await tx.db.selectFrom('outwardOffer').select('requestId').where('id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound('outwardOffer');
  const request = await lockedRequest(tx, found.requestId);
  const row = await tx.db
    .selectFrom('outwardOffer')
    .select(['id', 'state', 'mentorAgreedOn', 'homeAgreedOn', 'offeredBy'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...row, state: oneOf(OUTWARD_STATES, row.state), request };
}

type Agreed = { mentorAgreedOn: Day } | { homeAgreedOn: Day; homeAgreedBy: Id };

// The journal and the notices do not say who refused: to everybody it is an offer that did not work out (BR-04).
async function record(
  tx: Context,
  offer: HeldOutward,
  answer: OutwardAnswer,
  act: string,
  agreed: Agreed,
): Promise<void> {
  const { mentorAgreedOn, homeAgreedOn } = { ...offer, ...agreed };
  const isAgreed = answer === 'agreed' && mentorAgreedOn !== null && homeAgreedOn !== null;
  const state = answer === 'declined' ? 'passed' : isAgreed ? 'agreed' : 'offered';
  await tx.db
    .updateTable('outwardOffer')
    .set((eb) => ({ ...(answer === 'agreed' ? agreed : {}), state, version: eb('version', '+', 1) }))
    .where('id', '=', offer.id)
    .execute();
  const { unitId, regionId, id: requestId } = offer.request;
  const line = { objectKind: 'outwardOffer', objectId: offer.id, unitId, regionId };
  await journal(tx, { act, ...line, after: { isAnswered: true } });
  const path = paths.request(requestId);
  // What is agreed to, or kept inside by its author, goes on in the school: the coordinator reads this request no more.
  const all = paths.requests();
  if (state === 'passed') await notify(tx, { personId: offer.offeredBy, kind: 'outward-passed', path: all });
  if (state === 'agreed')
    await notifyAll(tx, [
      { personId: offer.offeredBy, kind: 'outward-agreed', path: all },
      ...(await toldOfRequest(tx, offer.request, 'outward-agreed', path)),
    ]);
}
