import { incline } from 'lvovich';
import { fullName, type PersonName } from '../people/person-name.ts';

/** Cases an order needs: whom (accusative), with whom (instrumental), to whom, of whom. */
export const NAME_CASES = ['genitive', 'dative', 'accusative', 'instrumental'] as const;

/** One grammatical case. */
export type NameCase = (typeof NAME_CASES)[number];

/** Every case a name may stand in besides the nominative; of whom one speaks no order needs, a free text may. */
export const TEXT_CASES = [...NAME_CASES, 'prepositional'] as const;

/**
 * The full name in a case by rules of declension. Rules fail on rare surnames, so the form is always shown for
 * correction and the corrected one is kept per person (ARCHITECTURE 8).
 */
export function declined(person: PersonName, nameCase: (typeof TEXT_CASES)[number]): string {
  const parts = incline(
    { last: person.lastName, first: person.firstName, middle: person.middleName ?? undefined },
    nameCase,
  );
  return fullName({
    lastName: parts.last ?? person.lastName,
    firstName: parts.first ?? person.firstName,
    middleName: person.middleName ? (parts.middle ?? person.middleName) : null,
  });
}
