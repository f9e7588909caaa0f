import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { paths } from '#app/paths.ts';
import type { Day, Id } from '#db/schema.ts';
import { journal } from '../journal/journal.operations.server.ts';
import { notify, notifyAll } from '../notifications/notice.operations.server.ts';
import { heldAsk } from './ask-answer.operations.server.ts';
import { closeLeftBehind, listLeftBehind } from './left-behind.server.ts';
import { suggestMentors } from './suggestions.server.ts';
import { toldOfRequest } from './told-of-request.server.ts';

/** Rows of one kind looked at in a run; what is left waits for the next. */
const AT_ONCE = 500;

/** Everything that happens to requests by itself; safe to run twice and at once. */
export async function careForRequests(ctx: Context): Promise<void> {
  await closeOfThoseWhoLeft(ctx);
  await remindAsked(ctx);
  await expireAsks(ctx);
  await lookInside(ctx);
}

/** Closes what people have open where they work no more, however they left. Returns of how many. */
export async function closeOfThoseWhoLeft(ctx: Context): Promise<number> {
  const left = await listLeftBehind(ctx, AT_ONCE);
  for (const one of left) await ctx.db.transaction().execute((db) => closeLeftBehind({ ...ctx, db }, one));
  return left.length;
}

/** The day it is at the unit of a row. */
const localDay = (ctx: Context) => sql<Day>`(${ctx.now}::timestamptz at time zone org_unit.time_zone)::date`;

/** Brings an unanswered ask to the colleague's mind once, three working days on. Returns how many. */
export async function remindAsked(ctx: Context): Promise<number> {
  const due = await ctx.db
    .selectFrom('requestOffer')
    .innerJoin('orgUnit', 'orgUnit.id', 'requestOffer.unitId')
    .select(['requestOffer.id'])
    .where('requestOffer.state', '=', 'asked')
    .where('requestOffer.remindedOn', 'is', null)
    .where(sql<boolean>`request_offer.remind_on <= ${localDay(ctx)}`)
    .orderBy('requestOffer.id')
    .limit(AT_ONCE)
    .execute();
  let reminded = 0;
  for (const { id } of due) {
    reminded += await ctx.db.transaction().execute((db) => remindOne({ ...ctx, db }, id));
  }
  return reminded;
}

async function remindOne(tx: Context, id: Id): Promise<number> {
  // The condition is asked again on the row itself: another run may have been first.
  const told = await tx.db
    .updateTable('requestOffer')
    .set({ remindedOn: tx.today })
    .where('id', '=', id)
    .where('state', '=', 'asked')
    .where('remindedOn', 'is', null)
    .returning('mentorId')
    .executeTakeFirst();
  if (!told) return 0;
  await notify(tx, { personId: told.mentorId, kind: 'ask-reminder', path: paths.ask(id) });
  return 1;
}

/** Releases colleagues who have not answered within seven working days; author and curator choose the next. Returns how many. */
export async function expireAsks(ctx: Context): Promise<number> {
  const due = await ctx.db
    .selectFrom('requestOffer')
    .innerJoin('orgUnit', 'orgUnit.id', 'requestOffer.unitId')
    .select(['requestOffer.id'])
    .where('requestOffer.state', '=', 'asked')
    .where(sql<boolean>`request_offer.expires_on < ${localDay(ctx)}`)
    .orderBy('requestOffer.id')
    .limit(AT_ONCE)
    .execute();
  let expired = 0;
  for (const { id } of due) expired += await ctx.db.transaction().execute((db) => expireOne({ ...ctx, db }, id));
  return expired;
}

async function expireOne(tx: Context, id: Id): Promise<number> {
  const ask = await heldAsk(tx, id);
  if (ask.state !== 'asked') return 0;
  await tx.db
    .updateTable('requestOffer')
    .set((eb) => ({ state: 'expired', version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
  const { unitId, regionId } = ask.request;
  const line = { objectKind: 'requestOffer', objectId: id, unitId, regionId, personId: ask.mentorId };
  await journal(tx, { act: 'expireAsk', ...line, after: { isAnswered: true } });
  await notifyAll(tx, await toldOfRequest(tx, ask.request, 'ask-passed', paths.requestChoose(ask.request.id)));
  return 1;
}

/**
 * Looks once a day whether anybody inside would do for each open request, so that lists and home can say so without asking
 * the engine. Returns how many requests were looked at.
 */
export async function lookInside(ctx: Context): Promise<number> {
  const due = await ctx.db
    .selectFrom('mentoringRequest')
    .select(['id', 'personId', 'unitId', 'nobodySince'])
    .where('state', '=', 'open')
    .where((eb) => eb.or([eb('checkedOn', 'is', null), eb('checkedOn', '<', ctx.today)]))
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
  for (const request of due) {
    const { suitable } = await suggestMentors(ctx, request);
    const isLeft = suitable > 0 || (await hasLiveAsk(ctx, request.id));
    await ctx.db
      .updateTable('mentoringRequest')
      .set({ checkedOn: ctx.today, nobodySince: isLeft ? null : (request.nobodySince ?? ctx.today) })
      .where('id', '=', request.id)
      .where('state', '=', 'open')
      .execute();
  }
  return due.length;
}

async function hasLiveAsk(ctx: Context, requestId: Id): Promise<boolean> {
  const row = await ctx.db
    .selectFrom('requestOffer')
    .select('id')
    .where('requestId', '=', requestId)
    .where('state', 'in', ['asked', 'accepted', 'volunteered'])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
