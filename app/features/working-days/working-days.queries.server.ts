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
