import { z } from 'zod';
import { day, id, line, pageNumber, searchText, text, wholeNumber } from '#app/core/form.ts';
import { FORMATS } from '../mentor-profiles/mentor-profile.ts';

/** Filters of the list of mentors. */
export const mentorFilterSchema = z.object({
  page: pageNumber(),
  search: searchText(),
  who: z.enum(['all', 'taking', 'lacking']).catch('all'),
  format: z.enum(FORMATS).or(z.literal('')).catch(''),
});

/** What the list is narrowed by. */
export type MentorFilter = z.output<typeof mentorFilterSchema>;

/** How the whole profile is looked at: as the owner, or as others see it. */
export const mentorViewSchema = z.object({ view: z.enum(['own', 'others']).catch('own') });

/** A person in the address. */
export const personParams = z.object({ personId: id() });

/** A unit in the address. */
export const unitParams = z.object({ id: id() });

const people = wholeNumber(1, 20);
const hours = wholeNumber(1, 36);

/** Limits by an act of the organisation. */
export const limitsSchema = z.object({
  startedOn: day(),
  peopleSoft: people,
  peopleHard: people,
  hoursSoft: hours,
  hoursHard: hours,
  sourceAct: line(300),
});

/** The head's decision about one mentor. */
export const overrideSchema = z.object({
  startedOn: day(),
  endedOn: day(),
  people,
  hours,
  reason: text(1000),
});
