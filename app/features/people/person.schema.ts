import { z } from 'zod';
import { day, id, line, optionalDay, optionalLine, pageNumber, searchText, version } from '#app/core/form.ts';
import { CATEGORIES } from './person.ts';
import { normalPhone } from './phone.ts';
import { normalSubject } from './subject.ts';

const phone = optionalLine(40).transform((typed, context) => {
  if (typed === null) return null;
  const found = normalPhone(typed);
  if (found) return found;
  context.addIssue({ code: 'custom', params: { code: 'phone' }, input: typed });
  return z.NEVER;
});

const email = optionalLine(200)
  .pipe(z.union([z.null(), z.email()]))
  .transform((typed) => typed?.toLowerCase() ?? null);

const nameAndContacts = {
  lastName: line(100),
  firstName: line(100),
  middleName: optionalLine(100),
  birthOn: optionalDay(),
  email,
  phone,
  category: z.enum(CATEGORIES),
  categoryFrom: optionalDay(),
  categoryUntil: optionalDay(),
  teachingSince: optionalDay(),
};

const subject = optionalLine(120).transform((typed) => (typed === null ? null : normalSubject(typed)));

const work = { postCode: line(60), subject, startedOn: day() };

/** The id in the address of a person or an employment. */
export const idParams = z.object({ id: id() });

/** A new person with the first employment. */
export const personAddSchema = z.object({ unitId: id(), ...nameAndContacts, ...work });
/** Corrections of a person's card. */
export const personEditSchema = z.object({ ...nameAndContacts, version: version() });
/** A further employment. */
export const employmentAddSchema = z.object({ unitId: id(), ...work });
/** The last day of an employment. */
export const employmentEndSchema = z.object({ endedOn: day(), version: version() });
/** Filters of the list of people. */
export const peopleFilterSchema = z.object({
  page: pageNumber(),
  search: searchText(),
  who: z.enum(['all', 'young', 'former']).catch('all'),
});
