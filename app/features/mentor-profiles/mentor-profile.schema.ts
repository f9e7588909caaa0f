import { z } from 'zod';
import { optionalDay, optionalLine, optionalText, optionalWholeNumber, tick, version } from '#app/core/form.ts';
import { normalSubject } from '../people/subject.ts';
import { FORMATS, MOST_OWN_HOURS, MOST_OWN_PEOPLE, MOST_SUBJECTS } from './mentor-profile.ts';

const format = z.enum(FORMATS);
const several = z.union([z.array(format).max(FORMATS.length), format.transform((one) => [one])]);

const subjects = optionalLine(300).transform((typed, context) => {
  const words = (typed ?? '').split(/[,;]/u).map((word) => normalSubject(word));
  const found = [...new Set(words.filter((word) => word !== ''))];
  if (found.length <= MOST_SUBJECTS) return found;
  context.addIssue({ code: 'custom', params: { code: 'subjects' }, input: typed });
  return z.NEVER;
});

/** What a mentor offers. */
export const mentorProfileSchema = z.object({
  formats: several.optional().transform((chosen) => [...new Set(chosen ?? [])]),
  loadLimitPeople: optionalWholeNumber(0, MOST_OWN_PEOPLE),
  loadLimitHours: optionalWholeNumber(1, MOST_OWN_HOURS),
  subjects,
  strengths: optionalText(1000),
  isTaking: z.enum(['yes', 'no']).transform((answer) => answer === 'yes'),
  notTakingUntil: optionalDay(),
  isOpenOutside: tick(),
  version: version(),
});
