import { sql } from 'kysely';
import { grantsInForce } from '#app/access/find-actor.server.ts';
import { NotFound } from '#app/access/refusals.ts';
import type { Context } from '#app/core/context.server.ts';
import { isDatabaseAway, sqlStateOf } from '#app/core/database-errors.server.ts';
import { dayOf } from '#app/core/dates.ts';
import { RuleBroken, StaleWrite } from '#app/core/errors.ts';
import type { AppServices } from '#app/core/services.server.ts';
import type { Id } from '#db/schema.ts';
import type { StaffListRule } from './staff-list.ts';
import { applyTakenList } from './staff-list-apply.operations.server.ts';
import { checkList, refuseFile } from './staff-list-check.server.ts';
import { type StoredList, storedList } from './staff-list-locked.server.ts';
import { UnreadableFile } from './staff-list-unreadable.ts';

/** A list that ends the work so often without being done is given up: it would stop all those behind it. */
const MOST_TRIES = 5;

type JobServices = Pick<AppServices, 'db' | 'log' | 'staffLists'>;

/**
 * Checks the lists that wait and applies the long ones taken over, oldest first, until none is left. Safe to repeat and
 * to run twice at once: each list is held for a time, and one whose holder died is taken up again after it, a few times.
 */
export async function checkStaffLists(ctx: Context, services: JobServices): Promise<void> {
  for (let list = await nextList(ctx); list !== null; list = await nextList(ctx)) {
    if (list.tries > MOST_TRIES) await giveUp(ctx, services, list);
    else if (list.state === 'applying') await applyHeld(ctx, services, list);
    else await checkHeld(ctx, services, list);
  }
}

async function nextList(ctx: Context): Promise<StoredList | null> {
  const { rows } = await sql<{ id: Id }>`
    update staff_list set busy_until = now() + interval '60 seconds', progress_percent = 3,
      tries = tries + 1,
      state = case state when 'uploaded' then 'checking' else state end
    where id = (
      select id from staff_list
      where state = 'uploaded' or (state in ('checking', 'applying') and coalesce(busy_until, '-infinity') < now())
      order by created_at, id limit 1 for update skip locked)
    returning id
  `.execute(ctx.db);
  return rows[0] ? storedList(ctx.db, rows[0].id) : null;
}

async function giveUp(ctx: Context, services: JobServices, list: StoredList): Promise<void> {
  services.log.error({ staffListId: list.id, state: list.state, tries: list.tries }, 'staff list given up');
  if (list.state === 'applying') await giveBack(ctx, list, 'too-many-tries');
  else await refuseFile(ctx, list, 'too-many-tries');
}

async function checkHeld(ctx: Context, services: JobServices, list: StoredList): Promise<void> {
  try {
    await checkList(ctx, services, list, (percent) => showProgress(ctx, list, percent));
  } catch (error) {
    // The list keeps waiting and is tried again; of a reader that is busy, after the holder's time.
    if (isDatabaseAway(error)) return letGo(ctx, list, error);
    if (error instanceof UnreadableFile && error.code === 'busy') return notTried(ctx, list);
    if (error instanceof UnreadableFile) return refuseFile(ctx, list, error.code);
    services.log.error({ staffListId: list.id, ...faultOf(error) }, 'staff list not checked');
    await refuseFile(ctx, list, 'fault');
  }
}

async function applyHeld(ctx: Context, services: JobServices, list: StoredList): Promise<void> {
  try {
    const actor = await whoPressed(ctx, list);
    await applyTakenList(actor, list.id, { version: list.version }, (share) => showProgress(ctx, list, share * 100));
    // Other pages read the tables that have just grown.
    await sql`analyze person, employment`.execute(ctx.db);
  } catch (error) {
    if (isDatabaseAway(error)) return letGo(ctx, list, error);
    const isExpected = error instanceof RuleBroken || error instanceof NotFound || error instanceof StaleWrite;
    if (!isExpected) services.log.error({ staffListId: list.id, ...faultOf(error) }, 'staff list not applied');
    const code = error instanceof RuleBroken ? error.code : isExpected ? 'right-withdrawn' : 'fault';
    await giveBack(ctx, list, code);
  }
}

/** The person who pressed, as a request of that person would be: the operation asks for the rights in force now. */
async function whoPressed(ctx: Context, list: StoredList): Promise<Context> {
  const personId = list.appliedBy;
  if (personId === null) throw new RuleBroken('list-not-checked' satisfies StaffListRule);
  const account = await ctx.db.selectFrom('account').select('id').where('personId', '=', personId).executeTakeFirst();
  const { grants } = await grantsInForce(ctx.db, personId, ctx.now, false);
  const actor = { kind: 'person', personId, accountId: account?.id ?? personId, grants } as const;
  return { ...ctx, actor, today: dayOf(ctx.now, list.timeZone), timeZone: list.timeZone };
}

async function giveBack(ctx: Context, list: StoredList, refusalCode: string): Promise<void> {
  await ctx.db
    .updateTable('staffList')
    .set((eb) => ({
      state: 'checked',
      refusalCode,
      appliedBy: null,
      busyUntil: null,
      tries: 0,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', list.id)
    .where('version', '=', list.version)
    .where('state', '=', 'applying')
    .execute();
}

/** Lets another try begin at once, and the queue know that this one failed. */
async function letGo(ctx: Context, list: StoredList, error: unknown): Promise<never> {
  const held = ctx.db.updateTable('staffList').set({ busyUntil: null }).where('id', '=', list.id);
  await held.where('version', '=', list.version).execute();
  throw error;
}

/** A list nobody could begin to read keeps its tries. */
async function notTried(ctx: Context, list: StoredList): Promise<void> {
  const held = ctx.db.updateTable('staffList').set((eb) => ({ tries: eb('tries', '-', 1) }));
  await held.where('id', '=', list.id).where('version', '=', list.version).where('tries', '>', 0).execute();
}

/** Written outside the long work, so that the page sees it; also holds the list for a while longer. */
async function showProgress(ctx: Context, list: StoredList, percent: number): Promise<void> {
  await sql`
    update staff_list set progress_percent = ${Math.round(percent)}, busy_until = now() + interval '60 seconds'
    where id = ${list.id} and version = ${list.version} and state in ('checking', 'applying')
  `.execute(ctx.db);
}

/** What the log may know of a fault: never its message, which could quote a row. */
function faultOf(error: unknown) {
  const stack = error instanceof Error ? error.stack?.split('\n').slice(1, 8).join('\n') : undefined;
  return { name: error instanceof Error ? error.name : 'unknown', sqlState: sqlStateOf(error), stack };
}
