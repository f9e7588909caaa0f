import { assertCan } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { type LockedRequest, lockedRequest } from '../mentoring-requests/locked-request.server.ts';
import { oneOf } from '../mentoring-requests/mentoring-request.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { workingCalendar } from '../working-days/working-days.queries.server.ts';
import { addWorkingDays } from '../working-days/working-days.ts';
import { EXPIRE_AFTER, OFFER_STATES, type OfferState, REMIND_AFTER } from './mentor-choice.ts';
import { isSuitable } from './suggestions.server.ts';
import { toldOfRequest } from './told-of-request.server.ts';

/** A row of asking, held still. */
interface HeldOffer {
  id: Id;
  mentorId: Id;
  state: OfferState;
}

/**
 * Asks one colleague to be the mentor upon an open request; one ask lives at a time. Who offered himself has agreed by
 * that, so choosing him is the agreement of both. Throws NotFound, Forbidden; RuleBroken `request-not-open`,
 * `one-ask-at-a-time`, `mentor-already-named`, `mentor-not-suitable`, `calendar-year-missing`. Source: BR-06, 000-35.
 */
export async function askMentor(ctx: Context, requestId: Id, { mentorId }: { mentorId: Id }): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, requestId);
    await assertCan(tx, 'request.edit', requestId);
    if (request.state !== 'open') throw new RuleBroken('request-not-open');
    await refuseStranger(tx, request, mentorId);
    const offers = await heldOffers(tx, requestId);
    if (offers.some(({ state }) => state === 'asked' || state === 'accepted'))
      throw new RuleBroken('one-ask-at-a-time');
    const known = offers.find((offer) => offer.mentorId === mentorId);
    if (known && known.state !== 'volunteered' && known.state !== 'closed')
      throw new RuleBroken('mentor-already-named');
    if (!(await isSuitable(tx, request, mentorId))) throw new RuleBroken('mentor-not-suitable');
    const isAgreed = known?.state === 'volunteered';
    const terms = isAgreed
      ? { state: 'accepted', askedOn: tx.today, answeredOn: tx.today }
      : { state: 'asked', ...(await askTerms(tx, request)) };
    const id = await writeOffer(tx, request, { mentorId, known, position: offers.length + 1, terms });
    const line = { objectKind: 'requestOffer', objectId: id, unitId: request.unitId, regionId: request.regionId };
    await journal(tx, { act: 'askMentor', ...line, personId: request.personId, after: { isAsked: true } });
    await notify(tx, { personId: mentorId, kind: isAgreed ? 'offer-taken' : 'mentor-asked', path: paths.ask(id) });
    if (isAgreed) await notifyAll(tx, await toldOfRequest(tx, request, 'ask-accepted', paths.requestChoose(requestId)));
    return { id };
  });
}

/** A colleague is somebody who works at the author's organisation. Throws NotFound: others do not exist here. */
async function refuseStranger(tx: Context, { unitId }: LockedRequest, mentorId: Id): Promise<void> {
  const work = await tx.db
    .selectFrom('employment')
    .innerJoin('person', 'person.id', 'employment.personId')
    .select('employment.id')
    .where('employment.personId', '=', mentorId)
    .where('employment.unitId', '=', unitId)
    .where('person.unitId', '=', unitId)
    .limit(1)
    .executeTakeFirst();
  if (!work) throw new NotFound('person');
}

async function heldOffers(tx: Context, requestId: Id): Promise<HeldOffer[]> {
  const rows = await tx.db
    .selectFrom('requestOffer')
    .select(['id', 'mentorId', 'state'])
    .where('requestId', '=', requestId)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map((row) => ({ ...row, state: oneOf(OFFER_STATES, row.state) }));
}

async function askTerms(
  tx: Context,
  { regionId }: LockedRequest,
): Promise<{ askedOn: Day; remindOn: Day; expiresOn: Day }> {
  const calendar = await workingCalendar(tx, regionId);
  return {
    askedOn: tx.today,
    remindOn: addWorkingDays(tx.today, REMIND_AFTER, calendar),
    expiresOn: addWorkingDays(tx.today, EXPIRE_AFTER, calendar),
  };
}

interface NewOffer {
  mentorId: Id;
  known: HeldOffer | undefined;
  position: number;
  terms: { state: string; askedOn: Day; remindOn?: Day; expiresOn?: Day; answeredOn?: Day };
}

async function writeOffer(
  tx: Context,
  request: LockedRequest,
  { mentorId, known, position, terms }: NewOffer,
): Promise<Id> {
  if (known) {
    await tx.db
      .updateTable('requestOffer')
      .set((eb) => ({ remindedOn: null, answeredOn: null, ...terms, version: eb('version', '+', 1) }))
      .where('id', '=', known.id)
      .execute();
    return known.id;
  }
  const id = newId();
  const { id: requestId, unitId, regionId } = request;
  await tx.db
    .insertInto('requestOffer')
    .values({ id, requestId, unitId, regionId, mentorId, position, ...terms, createdAt: tx.now })
    .execute();
  return id;
}

/**
 * A colleague offers himself upon an open request of his organisation; the author is told and decides. Throws NotFound when
 * the request is not open to him; RuleBroken `mentor-already-named`, `mentor-not-suitable`. Source: BR-06.
 */
export async function offerMyself(ctx: Context, requestId: Id, mentorId: Id): Promise<{ id: Id }> {
  return transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, requestId);
    await assertCan(tx, 'openRequest.read', requestId);
    const offers = await heldOffers(tx, requestId);
    const known = offers.find((offer) => offer.mentorId === mentorId);
    if (known && known.state !== 'closed') throw new RuleBroken('mentor-already-named');
    if (!(await isSuitable(tx, request, mentorId))) throw new RuleBroken('mentor-not-suitable');
    const terms = { state: 'volunteered', askedOn: tx.today };
    const id = await writeOffer(tx, request, { mentorId, known, position: offers.length + 1, terms });
    const line = { objectKind: 'requestOffer', objectId: id, unitId: request.unitId, regionId: request.regionId };
    await journal(tx, { act: 'offerMyself', ...line, personId: mentorId, after: { isOffered: true } });
    await notify(tx, {
      personId: request.personId,
      kind: 'mentor-volunteered',
      path: paths.requestChoose(requestId),
    });
    return { id };
  });
}
