import { formatDay } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/** The address of an area's picture with its filter; page 1, today and empty parts are left out. */
export function addressOfArea(
  path: string,
  filter: { search: string; gaps?: 'yes' | undefined; day: Day; isToday: boolean },
  page = 1,
): string {
  const query = new URLSearchParams();
  if (filter.search) query.set('search', filter.search);
  if (!filter.isToday) query.set('day', formatDay(filter.day));
  if (filter.gaps) query.set('gaps', filter.gaps);
  if (page > 1) query.set('page', String(page));
  return query.size > 0 ? `${path}?${query}` : path;
}
