import { assertCan, assertCanAt } from '#app/access/can.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import { type Context, personOf } from '#app/core/context.server.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { newId } from '#app/core/ids.ts';
import { once } from '#app/core/once.server.ts';
import { transact } from '#app/core/transact.server.ts';
import { paths } from '#app/paths.ts';
import type { Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { answerByRequest } from '../needs-surveys/needs-survey.operations.server.ts';
import { notify } from '../notifications/notice.operations.server.ts';
import { normalSubject } from '../people/subject.ts';
import { lockedRequest, refuseChange, requestLine } from './locked-request.server.ts';
import { type RequestContent, ruleAgainstContent, type Wish } from './mentoring-request.ts';
import { closeOffers } from './request-match.server.ts';

/**
 * Opens a request for a mentor: one's own, or on behalf of a person of the curator's organisation, who is told. Throws
 * NotFound; RuleBroken `not-employed`, `remote-needs-reason`, `request-already-open`, `once-different`.
 * Source: 002-11, 002-12, 002-20, BR-06.
 */
export async function openRequest(
  ctx: Context,
  input: RequestContent & { personId: Id },
  onceKey: string | null,
): Promise<{ id: Id }> {
  return transact(ctx, (tx) => once(tx, onceKey, input, () => open(tx, input)));
}

async function open(tx: Context, { personId, ...content }: RequestContent & { personId: Id }): Promise<{ id: Id }> {
  const person = await tx.db
    .selectFrom('person')
    .select(['unitId', 'regionId'])
    .where('id', '=', personId)
    .forShare()
    .executeTakeFirst();
  if (!person) throw new NotFound('person');
  const enteredBy = personOf(tx);
  if (enteredBy !== personId) await assertCanAt(tx, 'request.edit', person.unitId);
  await refuseUnemployed(tx, personId, person.unitId);
  refuseContent(content);
  const id = newId();
  const { unitId, regionId } = person;
  await tx.db
    .insertInto('mentoringRequest')
    .values({ id, personId, unitId, regionId, ...stored(content), enteredBy, openedOn: tx.today, createdAt: tx.now })
    .execute();
  await answerByRequest(tx, { id, personId, unitId });
  const line = { objectKind: 'mentoringRequest', objectId: id, unitId, regionId, personId };
  const { occasion, menteeCategory } = content;
  await journal(tx, { act: 'openRequest', ...line, after: { occasion, menteeCategory } });
  if (enteredBy !== personId) await notify(tx, { personId, kind: 'request-entered', path: paths.request(id) });
  return { id };
}

async function refuseUnemployed(tx: Context, personId: Id, unitId: Id): Promise<void> {
  const work = await tx.db
    .selectFrom('employment')
    .select('id')
    .where('personId', '=', personId)
    .where('unitId', '=', unitId)
    .where('startedOn', '<=', tx.today)
    .where((eb) => eb.or([eb('endedOn', 'is', null), eb('endedOn', '>=', tx.today)]))
    .limit(1)
    .executeTakeFirst();
  if (!work) throw new RuleBroken('not-employed');
}

function refuseContent(content: RequestContent): void {
  const refusal = ruleAgainstContent(content);
  if (refusal) throw new RuleBroken(refusal, 'remoteReason');
}

function stored(content: RequestContent): RequestContent {
  return { ...content, subject: content.subject === null ? null : normalSubject(content.subject) || null };
}

/** Changes an open request. Throws NotFound, Forbidden, StaleWrite; RuleBroken `request-not-open`, `remote-needs-reason`. */
export async function editRequest(ctx: Context, id: Id, input: RequestContent & { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, id);
    await assertCan(tx, 'request.edit', id);
    const { version, ...content } = input;
    refuseChange(request, version);
    refuseContent(content);
    await tx.db
      .updateTable('mentoringRequest')
      .set({ ...stored(content), version: version + 1 })
      .where('id', '=', id)
      .execute();
    await answerByRequest(tx, request);
    const { occasion, menteeCategory } = content;
    await journal(tx, { act: 'editRequest', ...requestLine(request), after: { occasion, menteeCategory } });
  });
}

/** Says which of the nine areas an open request is about. Throws NotFound, Forbidden, StaleWrite; RuleBroken `request-not-open`, `request-area-area-fk`. */
export async function nameAreas(ctx: Context, id: Id, input: { areas: string[]; version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, id);
    await assertCan(tx, 'request.edit', id);
    refuseChange(request, input.version);
    await tx.db.deleteFrom('requestArea').where('requestId', '=', id).execute();
    const areas = [...new Set(input.areas)].map((areaCode) => ({ requestId: id, areaCode }));
    if (areas.length > 0) await tx.db.insertInto('requestArea').values(areas).execute();
    const next = { version: input.version + 1, checkedOn: null };
    await tx.db.updateTable('mentoringRequest').set(next).where('id', '=', id).execute();
    await journal(tx, { act: 'nameAreas', ...requestLine(request), after: { areas: areas.length } });
  });
}

/**
 * Says whom the author would like, would rather not have, or takes a wish back. Only the author; who is avoided is written
 * nowhere else, so the journal does not say what the wish was. Throws NotFound; RuleBroken `request-not-open`,
 * `wish-for-self`.
 */
export async function wishFor(
  ctx: Context,
  id: Id,
  { mentorId, wish }: { mentorId: Id; wish: Wish | 'none' },
): Promise<void> {
  await transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, id);
    await assertCan(tx, 'request.wish', id);
    if (request.state !== 'open') throw new RuleBroken('request-not-open');
    if (mentorId === request.personId) throw new RuleBroken('wish-for-self', 'mentorId');
    const colleague = await tx.db
      .selectFrom('employment')
      .select('id')
      .where('personId', '=', mentorId)
      .where('unitId', '=', request.unitId)
      .limit(1)
      .executeTakeFirst();
    if (!colleague) throw new NotFound('person');
    await tx.db.deleteFrom('requestWish').where('requestId', '=', id).where('mentorId', '=', mentorId).execute();
    if (wish !== 'none') await tx.db.insertInto('requestWish').values({ requestId: id, mentorId, wish }).execute();
    await journal(tx, { act: 'wishFor', ...requestLine(request), after: { isChanged: true } });
  });
}

/** Takes a request back; colleagues who were asked need not answer any more. Throws NotFound, Forbidden, StaleWrite; RuleBroken `request-not-open`. */
export async function withdrawRequest(ctx: Context, id: Id, input: { version: number }): Promise<void> {
  await transact(ctx, async (tx) => {
    const request = await lockedRequest(tx, id);
    await assertCan(tx, 'request.edit', id);
    refuseChange(request, input.version);
    await tx.db
      .updateTable('mentoringRequest')
      .set({ state: 'withdrawn', closedOn: tx.today, outwardOn: null, version: input.version + 1 })
      .where('id', '=', id)
      .execute();
    await closeOffers(tx, [id]);
    await journal(tx, { act: 'withdrawRequest', ...requestLine(request), after: { isWithdrawn: true } });
  });
}
