import type { PeopleFilter } from './person.queries.server.ts';

/** The address of a list of people that keeps the filter; without a page it is the whole list. */
export function addressOfPeople(path: string, filter: PeopleFilter, page?: number): string {
  const query = new URLSearchParams();
  if (filter.search !== '') query.set('search', filter.search);
  if (filter.who !== 'all') query.set('who', filter.who);
  if (page !== undefined && page > 1) query.set('page', String(page));
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}
