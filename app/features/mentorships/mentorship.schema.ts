import { z } from 'zod';
import { day, optionalText, pageNumber, searchText, text, version } from '#app/core/form.ts';
import { STAGES } from './mentorship.ts';

/** Filters of the list. */
export const mentorshipFilterSchema = z.object({
  page: pageNumber(),
  search: searchText(),
  stage: z.enum(STAGES).or(z.literal('')).catch(''),
});

/** A member's own answer. */
export const consentSchema = z.object({ answer: z.enum(['given', 'declined']), termsVersion: version().optional() });

/** An answer on paper. */
export const paperConsentSchema = z.object({ answer: z.enum(['given', 'declined']), answeredOn: day() });

/** A form that only says which version it was opened at. */
export const versionOnlySchema = z.object({ version: version() });

/** What a side says at the end. */
export const closingWordSchema = z.object({ words: text(2000), version: version() });

/** The end of a mentorship. */
export const closeSchema = z.object({ finishedOn: day(), outcome: optionalText(2000), version: version() });
