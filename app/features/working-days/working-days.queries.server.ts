import { sql } from 'kysely';
import { NotFound } from '#app/access/refusals.ts';
import { within } from '#app/access/within.server.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { calendarOf, dayKind, type WorkingCalendar } from './working-days.ts';

/** The working days of a region: federal days and its own. Null asks for the federal calendar alone. */
export async function workingCalendar(ctx: Context, regionId: Id | null): Promise<WorkingCalendar> {
  const years = await ctx.db.selectFrom('calendarYear').select('year').orderBy('year').execute();
  const days = await ctx.db
    .selectFrom('calendarDay')
    .select(['day', 'kind', 'name'])
    .where((eb) => eb.or([eb('regionId', 'is', null), ...(regionId ? [eb('regionId', '=', regionId)] : [])]))
    .orderBy('day')
    .orderBy('id')
    .execute();
  const marked = days.map((row) => ({ ...row, kind: dayKind(row.kind) }));
  return calendarOf(
    years.map(({ year }) => year),
    marked,
  );
}

/** Years of the directory with the act of each. */
export async function listCalendarYears(ctx: Context) {
  return ctx.db
    .selectFrom('calendarYear')
    .select(['year', 'act', 'isDecreed', 'version'])
    .orderBy('year')
    .limit(200)
    .execute();
}

/** Days of a year that differ from a plain week, in order: those of all, and those of the region. */
export async function listMarkedDays(ctx: Context, year: number, regionId: Id | null) {
  const rows = await ctx.db
    .selectFrom('calendarDay')
    .select(['id', 'day', 'kind', 'name', 'act'])
    .where((eb) => eb.or([eb('regionId', 'is', null), ...(regionId ? [eb('regionId', '=', regionId)] : [])]))
    .where(sql<boolean>`extract(year from calendar_day.day) = ${year}`)
    .orderBy('day')
    .orderBy('id')
    .limit(366)
    .execute();
  return rows.map((row) => ({ ...row, kind: dayKind(row.kind) }));
}

/** The federation whose calendar the actor keeps. Throws NotFound for everybody else. */
export async function findKeptCalendar(ctx: Context): Promise<Id> {
  const kept = await findOptionalKeptCalendar(ctx);
  if (!kept) throw new NotFound('calendar');
  return kept;
}

/** The same, null for everybody else. */
export async function findOptionalKeptCalendar(ctx: Context): Promise<Id | null> {
  const kept = ctx.db.selectFrom('orgUnit').select('orgUnit.id').where('orgUnit.kind', '=', 'federation');
  return (await kept.where(within(ctx, 'calendar.manage')).executeTakeFirst())?.id ?? null;
}

/** A day off of a region the actor keeps. Throws NotFound. */
export async function findOwnDayOff(ctx: Context, id: Id) {
  const row = await ctx.db
    .selectFrom('calendarDay')
    .innerJoin('orgUnit', 'orgUnit.id', 'calendarDay.regionId')
    .select(['calendarDay.id', 'calendarDay.day', 'calendarDay.name', 'calendarDay.act', 'orgUnit.shortName as region'])
    .where('calendarDay.id', '=', id)
    .where('calendarDay.kind', '=', 'regional')
    .where(within(ctx, 'directory.manage'))
    .executeTakeFirst();
  if (!row) throw new NotFound('calendar day');
  return row;
}

/** Regions whose calendar the actor keeps. */
export async function listOwnCalendars(ctx: Context): Promise<{ id: Id; name: string }[]> {
  return ctx.db
    .selectFrom('orgUnit')
    .select(['orgUnit.id', 'orgUnit.shortName as name'])
    .where('orgUnit.kind', '=', 'region')
    .where(within(ctx, 'directory.manage'))
    .orderBy('orgUnit.shortName')
    .orderBy('orgUnit.id')
    .limit(100)
    .execute();
}
