import type { Context } from '#app/core/context.server.ts';
import { findOptionalKeptCalendar, listCalendarYears } from '#app/features/working-days/working-days.queries.server.ts';
import { paths } from '#app/paths.ts';
import { calendarYear } from './home.text.ts';
import type { Task } from './home.ts';

/** Month and day from which next year's calendar is asked for: the decree on moved days comes out in autumn. */
const ASKED_FROM = '-10-01';

/** The production calendar of this year, and from autumn of the next, where it is not entered: terms cannot be counted. */
export async function tasksOfCalendar(ctx: Context): Promise<Task[]> {
  if (!(await findOptionalKeptCalendar(ctx))) return [];
  const entered = new Set((await listCalendarYears(ctx)).map(({ year }) => year));
  const thisYear = Number(ctx.today.slice(0, 4));
  const asked = ctx.today.slice(4) >= ASKED_FROM ? [thisYear, thisYear + 1] : [thisYear];
  return asked
    .filter((year) => !entered.has(year))
    .map((year) => ({
      kind: 'calendar-year',
      key: String(year),
      href: paths.workingYear(year),
      about: calendarYear(year),
      since: null,
      until: `${year - 1}-12-31`,
    }));
}
