import { z } from 'zod';
import { day, id, line, optionalLine, text, version, wholeNumber } from '#app/core/form.ts';
import { parseKopecks } from '../mentorships/kopecks.ts';
import { PAY_KINDS, PAY_PERIODS, parsePercent, VOLUME_PERIODS, WORK_FORMS } from '../mentorships/mentor-work.ts';
import { HIGHEST_PAY_KOPECKS, HIGHEST_PERCENT_HUNDREDTHS, MOST_VOLUME_HOURS } from './terms.ts';

/** Parameters of a step: the mentorship and its mentor. */
export const stepParams = z.object({ id: id(), personId: id() });

/** What the work is. */
export const contentSchema = z.object({ content: text(2000), version: version() });

/** Term, form, volume and labour contract. */
export const workSchema = z.object({
  startedOn: day(),
  endedOn: day(),
  workForm: z.enum(WORK_FORMS),
  volumeHours: wholeNumber(1, MOST_VOLUME_HOURS),
  volumePer: z.enum(VOLUME_PERIODS),
  contractNumber: line(50),
  contractOn: day(),
  version: version(),
});

/** A typed value or nothing, read by `parse`; what cannot be read or is beyond the limit is refused with the code. */
const optionalParsed = (parse: (typed: string) => number | null, most: number, code: string) =>
  optionalLine(20).transform((typed, context) => {
    if (typed === null) return null;
    const value = parse(typed);
    if (value !== null && value > 0 && value <= most) return value;
    context.addIssue({ code: 'custom', params: { code }, input: typed });
    return z.NEVER;
  });

/** Pay: a size is asked for only by its own kind, so both may stay empty. */
export const paySchema = z.object({
  payKind: z.enum(PAY_KINDS),
  payPercentHundredths: optionalParsed(parsePercent, HIGHEST_PERCENT_HUNDREDTHS, 'percent'),
  payKopecks: optionalParsed(parseKopecks, HIGHEST_PAY_KOPECKS, 'money'),
  payPeriod: z.enum(PAY_PERIODS).or(z.literal('').transform(() => null)),
  payGround: optionalLine(500).transform((typed) => typed ?? ''),
  version: version(),
});

/** Where the job description holds the work. */
export const jobSchema = z.object({ jobDescription: line(500), version: version() });

/** The head's written ground for work without pay. */
export const zeroPaySchema = z.object({ zeroPayGround: text(1000), version: version() });
