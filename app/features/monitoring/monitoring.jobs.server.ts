import { sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { schoolYearStart } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { type Period, parsePeriod, periodsBetween, spanOf } from './monitoring-period.ts';
import { writeOrganisations, writeTiersAbove } from './monitoring-rollup.server.ts';

/** Key of the advisory lock under which one program at a time counts. */
const LOCK = 7_210_411;
/** Organisations counted in one transaction: acts on their marks wait no longer than that. */
const AT_ONCE = 50;

/**
 * Counts again what acts have marked, then the tiers above, batch by batch until nothing is marked; a new day and a
 * change of the tree mark everything of the current and the previous school year. A mark goes in the transaction that
 * counts, so a killed run loses nothing. Returns how many organisations were counted.
 */
export async function recountMonitoring(ctx: Context): Promise<number> {
  const year = schoolYearStart(ctx.today);
  await markWhenWorldChanged(ctx, periodsBetween(year - 1, year, ctx.today));
  let counted = 0;
  for (;;) {
    const batch = await ctx.db.transaction().execute((db) => countBatch({ ...ctx, db }));
    if (batch === 0) return counted;
    counted += batch;
  }
}

/** The background job: see `recountMonitoring`. */
export async function recount(ctx: Context): Promise<void> {
  await recountMonitoring(ctx);
}

/**
 * Counts every organisation and tier anew from the facts, in every school year since the first mentorship, plan or
 * route. Gives exactly the rows that counting by marks leaves. Readers meanwhile see the old rows.
 */
export async function rebuildMonitoring(ctx: Context): Promise<void> {
  const { rows } = await sql<{ first: Day | null }>`
    select least((select min(started_on) from mentorship), (select min(started_on) from educational_route)) as first
  `.execute(ctx.db);
  const year = schoolYearStart(ctx.today);
  await markAll(ctx, periodsBetween(Math.min(year - 1, schoolYearStart(rows[0]?.first ?? ctx.today)), year, ctx.today));
  await recountMonitoring(ctx);
}

async function markWhenWorldChanged(ctx: Context, periods: readonly Period[]): Promise<void> {
  await ctx.db.transaction().execute(async (db) => {
    const { rows } = await sql<{ seen: string }>`
      select concat_ws(' ', ${ctx.today}::text, count(*), sum(version)) as seen from org_unit`.execute(db);
    const seen = JSON.stringify(rows[0]?.seen ?? '');
    const known = await db
      .selectFrom('setting')
      .select('value')
      .where('key', '=', 'monitoring.seen')
      .forUpdate()
      .executeTakeFirst();
    if (JSON.stringify(known?.value) === seen) return;
    await markAll({ ...ctx, db }, periods);
    await db
      .insertInto('setting')
      .values({ key: 'monitoring.seen', value: seen })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: seen }))
      .execute();
  });
}

async function markAll(ctx: Context, periods: readonly Period[]): Promise<void> {
  await sql`
    insert into monitoring_dirty (unit_id, period, marked_at)
    select org_unit.id, period.name, ${ctx.now}::timestamptz
    from org_unit cross join unnest(${[...periods]}::text[]) as period (name)
    order by org_unit.id, period.name
    on conflict (unit_id, period) do nothing`.execute(ctx.db);
}

async function countBatch(tx: Context): Promise<number> {
  const lock = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as held`.execute(tx.db);
  if (!lock.rows[0]?.held) return 0;
  const marks = await takeMarks(tx);
  if (marks.length === 0) return 0;
  const units = new Set<Id>();
  for (const word of new Set(marks.map((mark) => mark.period))) {
    const period = parsePeriod(word);
    if (!period || !spanOf(period, tx.today)) continue;
    const marked = marks.filter((mark) => mark.period === period).map((mark) => mark.unitId);
    const stale = [...new Set([...marked, ...(await linkedUnits(tx, marked))])];
    await writeOrganisations(tx, stale, period);
    await writeTiersAbove(tx, stale, [period]);
    for (const id of stale) units.add(id);
  }
  return units.size;
}

async function takeMarks(tx: Context): Promise<{ unitId: Id; period: string }[]> {
  // Marks an act is still writing are skipped: they are counted after that act, not before.
  const { rows } = await sql<{ unitId: Id; period: string }>`
    delete from monitoring_dirty using (
      select unit_id, period from monitoring_dirty
      where unit_id in (select distinct unit_id from monitoring_dirty order by unit_id limit ${AT_ONCE})
      order by unit_id, period for update skip locked
    ) taken
    where monitoring_dirty.unit_id = taken.unit_id and monitoring_dirty.period = taken.period
    returning monitoring_dirty.unit_id, monitoring_dirty.period`.execute(tx.db);
  return rows;
}

/** Organisations whose people stand in mentorships of these, and those in whose mentorships people of these stand. */
async function linkedUnits(tx: Context, unitIds: readonly Id[]): Promise<Id[]> {
  const ids = [...unitIds];
  const { rows } = await sql<{ unitId: Id }>`
    select person.unit_id from mentorship join mentorship_member side on side.mentorship_id = mentorship.id
      join person on person.id = side.person_id
    where mentorship.unit_id = any(${ids}::uuid[]) and person.unit_id <> mentorship.unit_id
    union
    select mentorship.unit_id from person join mentorship_member side on side.person_id = person.id
      join mentorship on mentorship.id = side.mentorship_id
    where person.unit_id = any(${ids}::uuid[]) and person.unit_id <> mentorship.unit_id`.execute(tx.db);
  return rows.map((row) => row.unitId);
}
