import type { MentorFilter } from './mentors.schema.ts';

/** Address of the list (or of its file) with this filter; `page` 0 leaves the page out. */
export function addressOfMentors(path: string, filter: Omit<MentorFilter, 'page'>, page = 0): string {
  const query = new URLSearchParams();
  if (filter.search !== '') query.set('search', filter.search);
  if (filter.who !== 'all') query.set('who', filter.who);
  if (filter.format !== '') query.set('format', filter.format);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? path : `${path}?${query}`;
}
