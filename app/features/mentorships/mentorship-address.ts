import type { MentorshipFilter } from './mentorship.queries.server.ts';

/** Address of the list (or of its file) with this filter; `page` 0 leaves the page out. */
export function addressOfMentorships(path: string, filter: Omit<MentorshipFilter, 'page'>, page = 0): string {
  const query = new URLSearchParams();
  if (filter.search !== '') query.set('search', filter.search);
  if (filter.stage !== '') query.set('stage', filter.stage);
  if (page > 1) query.set('page', String(page));
  return query.size === 0 ? path : `${path}?${query}`;
}
