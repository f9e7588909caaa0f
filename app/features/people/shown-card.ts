import { formatDay } from '#app/core/dates.ts';
import { categoryNames } from './person.text.ts';
import { CATEGORIES, type NewPerson } from './person.ts';

type StoredCard = Omit<NewPerson, 'unitId' | 'employment' | 'category'> & { category: string; version: number };

/** A card's fields as a form shows them, for the page of a stale edit. */
export function shownCard(person: StoredCard): Record<string, string> {
  const category = CATEGORIES.find((one) => one === person.category) ?? 'none';
  return {
    lastName: person.lastName,
    firstName: person.firstName,
    middleName: person.middleName ?? '',
    birthOn: person.birthOn ? formatDay(person.birthOn) : '',
    email: person.email ?? '',
    phone: person.phone ?? '',
    category: categoryNames[category],
    categoryFrom: person.categoryFrom ? formatDay(person.categoryFrom) : '',
    categoryUntil: person.categoryUntil ? formatDay(person.categoryUntil) : '',
    teachingSince: person.teachingSince ? formatDay(person.teachingSince) : '',
    version: String(person.version),
  };
}
