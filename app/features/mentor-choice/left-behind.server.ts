import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { lockedRequest, requestLine } from '../mentoring-requests/locked-request.server.ts';
import { closeOffers } from '../mentoring-requests/request-match.server.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { heldAsk } from './ask-answer.operations.server.ts';
import { toldOfRequest } from './told-of-request.server.ts';

const LIVE_ASKS = ['asked', 'accepted', 'volunteered'];
const LIVE_OUTWARD = ['offered', 'agreed'];

/**
 * Closes what somebody who has left an organisation leaves open there: the own request, asks and own offers to be a mentor,
 * offers of him to other organisations. Called inside the act by which he leaves, and by the job for all other ways.
 */
export async function closeLeftBehind(tx: Context, { personId, unitId }: { personId: Id; unitId: Id }): Promise<void> {
  await closeRequest(tx, personId, unitId);
  const asks = await tx.db
    .selectFrom('requestOffer')
    .select('id')
    .where('mentorId', '=', personId)
    .where('unitId', '=', unitId)
    .where('state', 'in', LIVE_ASKS)
    .orderBy('id')
    .execute();
  for (const { id } of asks) await releaseAsk(tx, id);
  const outward = await tx.db
    .selectFrom('outwardOffer')
    .select(['id', 'requestId'])
    .where('mentorId', '=', personId)
    .where('mentorUnitId', '=', unitId)
    .where('state', 'in', LIVE_OUTWARD)
    .orderBy('id')
    .execute();
  for (const offer of outward) await releaseOutward(tx, offer);
}

async function closeRequest(tx: Context, personId: Id, unitId: Id): Promise<void> {
  const open = await tx.db
    .selectFrom('mentoringRequest')
    .select('id')
    .where('personId', '=', personId)
    .where('unitId', '=', unitId)
    .where('state', '=', 'open')
    .executeTakeFirst();
  if (!open) return;
  const request = await lockedRequest(tx, open.id);
  if (request.state !== 'open') return;
  await tx.db
    .updateTable('mentoringRequest')
    .set({ state: 'withdrawn', closedOn: tx.today, outwardOn: null, version: request.version + 1 })
    .where('id', '=', request.id)
    .execute();
  await closeOffers(tx, [request.id]);
  await journal(tx, { act: 'closeRequest', ...requestLine(request), after: { isWithdrawn: true } });
  await notify(tx, { personId, kind: 'request-left', path: paths.request(request.id) });
}

async function releaseAsk(tx: Context, id: Id): Promise<void> {
  const { state, request, mentorId } = await heldAsk(tx, id);
  if (!LIVE_ASKS.includes(state)) return;
  await tx.db
    .updateTable('requestOffer')
    .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const { unitId, regionId } = request;
  const line = { objectKind: 'requestOffer', objectId: id, unitId, regionId, personId: mentorId };
  await journal(tx, { act: 'releaseAsk', ...line, after: { isAnswered: true } });
  if (state !== 'volunteered' && request.state === 'open')
    await notifyAll(tx, await toldOfRequest(tx, request, 'ask-passed', paths.requestChoose(request.id)));
}

async function releaseOutward(tx: Context, { id, requestId }: { id: Id; requestId: Id }): Promise<void> {
  const { unitId, regionId } = await lockedRequest(tx, requestId);
  const released = await tx.db
    .updateTable('outwardOffer')
    .set((eb) => ({ state: 'closed', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('state', 'in', LIVE_OUTWARD)
    .returning('offeredBy')
    .executeTakeFirst();
  if (!released) return;
  const line = { objectKind: 'outwardOffer', objectId: id, unitId, regionId };
  await journal(tx, { act: 'releaseAsk', ...line, after: { isAnswered: true } });
  await notify(tx, { personId: released.offeredBy, kind: 'outward-passed', path: paths.request(requestId) });
}

/** Who has something open at an organisation that is not the own one any more, or where he works no more by its day. */
export async function listLeftBehind(ctx: Context, most: number): Promise<{ personId: Id; unitId: Id }[]> {
  const day = sql<Day>`(${ctx.now}::timestamptz at time zone org_unit.time_zone)::date`;
  const { rows } = await sql<{ personId: Id; unitId: Id }>`
    select left_open.person_id as "personId", left_open.unit_id as "unitId" from (
      select person_id, unit_id from mentoring_request where state = 'open'
      union select mentor_id, unit_id from request_offer where state in (${sql.join(LIVE_ASKS)})
      union select mentor_id, mentor_unit_id from outward_offer where state in (${sql.join(LIVE_OUTWARD)})
    ) left_open join person on person.id = left_open.person_id join org_unit on org_unit.id = left_open.unit_id
    where person.unit_id <> left_open.unit_id or not exists (select 1 from employment work
      where work.person_id = left_open.person_id and work.unit_id = left_open.unit_id
        and work.started_on <= ${day} and (work.ended_on is null or work.ended_on >= ${day}))
    order by left_open.person_id, left_open.unit_id limit ${most}`.execute(ctx.db);
  return rows;
}
