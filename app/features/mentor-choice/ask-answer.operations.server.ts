import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type LockedRequest, lockedRequest } from '../mentoring-requests/locked-request.server.ts';
import { oneOf } from '../mentoring-requests/mentoring-request.ts';
import { notifyAll } from '../notifications/notice.operations.server.ts';
import { type AskAnswer, OFFER_STATES, type OfferState, ruleAgainstAnswering } from './mentor-choice.ts';
import { toldOfRequest } from './told-of-request.server.ts';

/** An ask with its request, both held: the request first, as in every act of choosing. */
export interface HeldAsk {
  id: Id;
  mentorId: Id;
  state: OfferState;
  expiresOn: Day | null;
  request: LockedRequest;
}

/** Holds an ask and its request. Throws NotFound. */
export async function heldAsk(tx: Context, id: Id): Promise<HeldAsk> {
  const found = await tx.db.selectFrom('requestOffer').select('requestId').where('id', '=', id).executeTakeFirst();
  if (!found) throw new NotFound('ask');
  const request = await lockedRequest(tx, found.requestId);
  const row = await tx.db
    .selectFrom('requestOffer')
    .select(['id', 'mentorId', 'state', 'expiresOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { ...row, state: oneOf(OFFER_STATES, row.state), request };
}

/**
 * The colleague's own answer to an ask, or the taking back of an own offer. The journal does not say which answer it was and
 * the author is told the same as of a silence (BR-04); `declined_stop` also closes the profile to new requests. Throws
 * NotFound; RuleBroken `ask-not-awaiting`, `ask-expired`.
 */
export async function answerAsk(ctx: Context, id: Id, { answer }: { answer: AskAnswer }): Promise<void> {
  await transact(ctx, async (tx) => {
    const ask = await heldAsk(tx, id);
    await assertCan(tx, 'ask.answer', id);
    const refusal = ask.request.state === 'open' ? ruleAgainstAnswering(ask, answer, tx.today) : 'ask-not-awaiting';
    if (refusal) throw new RuleBroken(refusal);
    const isOwnOffer = ask.state === 'volunteered';
    const state = answer === 'accepted' ? 'accepted' : isOwnOffer ? 'closed' : 'declined';
    await tx.db
      .updateTable('requestOffer')
      .set((eb) => ({ state, answeredOn: tx.today, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    if (answer === 'declined_stop') await stopRequests(tx, ask.mentorId);
    const { unitId, regionId } = ask.request;
    const line = { objectKind: 'requestOffer', objectId: id, unitId, regionId, personId: ask.mentorId };
    await journal(tx, { act: 'answerAsk', ...line, after: { isAnswered: true } });
    const kind = answer === 'accepted' ? 'ask-accepted' : 'ask-passed';
    const path = paths.requestChoose(ask.request.id);
    if (!isOwnOffer) await notifyAll(tx, await toldOfRequest(tx, ask.request, kind, path));
  });
}

/** Closes the mentor's door to new requests until he opens it again in the profile. */
async function stopRequests(tx: Context, personId: Id): Promise<void> {
  const person = tx.db.selectFrom('person').select('unitId').where('id', '=', personId);
  await tx.db
    .updateTable('mentorProfile')
    .set((eb) => ({ isTaking: false, notTakingUntil: null, version: eb('version', '+', 1) }))
    .where('personId', '=', personId)
    .where('unitId', '=', person)
    .execute();
}
