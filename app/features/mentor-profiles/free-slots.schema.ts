import { z } from 'zod';
import { optionalLine } from '#app/core/form.ts';
import { parseIntervals } from './free-slots.ts';

const intervals = optionalLine(100).transform((typed, context) => {
  const found = parseIntervals(typed ?? '');
  if (found) return found;
  context.addIssue({ code: 'custom', params: { code: 'intervals' }, input: typed });
  return z.NEVER;
});

/** The free time of a usual week, a line a day. */
export const freeSlotsSchema = z.object({
  monday: intervals,
  tuesday: intervals,
  wednesday: intervals,
  thursday: intervals,
  friday: intervals,
  saturday: intervals,
});
