import { type RawBuilder, sql } from 'kysely';
import type { Day } from '#db/schema.ts';

/**
 * The category a person holds on a day, in a query over `person`: one whose term is over, or that begins later, is none.
 * Those given before September 2023 had a term of five years, later ones have none (order 196 of 24.03.2023).
 */
export function categoryOn(day: Day): RawBuilder<string> {
  return sql<string>`(case when coalesce(person.category_from <= ${day}::date, true)
    and coalesce(person.category_until >= ${day}::date, true) then person.category else 'none' end)`;
}
