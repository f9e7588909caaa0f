import { z } from 'zod';
import { day, line, optionalWholeNumber, pageNumber, searchText, text } from '#app/core/form.ts';
import { LEGAL_BASES, MOST_HOURS_PER_WEEK } from '../mentorships/mentorship.ts';

/** Filters of the people without a mentor. */
export const waitingFilterSchema = z.object({
  page: pageNumber(),
  search: searchText(),
  who: z.enum(['young', 'all']).catch('young'),
});

/** For which kind the mentors are ranked. */
export const matchFilterSchema = z.object({ kind: z.enum(['usual', 'reverse']).catch('usual') });

/** The form that proposes a mentorship. */
export const proposeSchema = z.object({
  formCode: line(60),
  kindCode: line(60),
  legalBasis: z.enum(LEGAL_BASES),
  focus: text(2000),
  hoursPerWeek: optionalWholeNumber(1, MOST_HOURS_PER_WEEK),
  startedOn: day(),
  endedOn: day(),
});
