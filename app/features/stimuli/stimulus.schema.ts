import { z } from 'zod';
import { day, id, line, pageNumber, searchText, version } from '#app/core/form.ts';
import { parseKopecks } from '../mentorships/kopecks.ts';
import { AWARD_KINDS, MONEY_KINDS, STIMULUS_STATES } from './stimulus.ts';

/** Parameter of the pages about one record. */
export const stimulusParams = z.object({ id: id() });

const roubles = line(20).transform((typed, context) => {
  const kopecks = parseKopecks(typed);
  if (kopecks !== null) return kopecks;
  context.addIssue({ code: 'custom', params: { code: 'money' }, input: typed });
  return z.NEVER;
});

/** A payment to propose; `memberId` is the mentor's place in a mentorship. */
export const moneySchema = z.object({
  memberId: id(),
  kind: z.enum(MONEY_KINDS),
  basis: line(500),
  amountKopecks: roubles,
  startedOn: day(),
  endedOn: day(),
});

/** A recognition without money to propose. */
export const awardSchema = z.object({ memberId: id(), kind: z.enum(AWARD_KINDS), basis: line(500), startedOn: day() });

/** The head's approval. */
export const approveSchema = z.object({ version: version() });

/** The HR officer's mark. */
export const paySchema = z.object({ paidOn: day(), version: version() });

/** Filters of the list. */
export const stimulusFilterSchema = z.object({
  page: pageNumber(),
  search: searchText().default(''),
  state: z.enum(STIMULUS_STATES).or(z.literal('')).catch(''),
  what: z.enum(['money', 'award']).or(z.literal('')).catch(''),
});
