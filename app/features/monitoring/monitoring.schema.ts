import { z } from 'zod';
import { id, pageNumber } from '#app/core/form.ts';
import { COUNTERS, INDICATOR_IDS } from './monitoring-indicators.ts';
import { type Period, parsePeriod } from './monitoring-period.ts';

const period = z
  .string()
  .optional()
  .transform((word): Period | null => (word === undefined ? null : parsePeriod(word)));

/** Which unit. */
export const unitParams = z.object({ unitId: id() });

/** Which records of a unit. */
export const recordsParams = z.object({ unitId: id(), counter: z.enum(COUNTERS).exclude(['organisations']) });

/** The part of the address that says how a unit's page is shown; nonsense falls back to the usual. */
export const unitQuery = z.object({
  period,
  stage: z
    .enum(['1', '2'])
    .catch('1')
    .transform((word) => (word === '2' ? (2 as const) : (1 as const))),
  sort: z.enum(['name', 'organisations', 'mentorships', 'mentees', ...INDICATOR_IDS]).catch('name'),
  order: z.enum(['up', 'down']).catch('up'),
});

/** The part of the address of a file. */
export const fileQuery = z.object({ period });

/** The part of the address of records. */
export const recordsQuery = z.object({ period, page: pageNumber() });
