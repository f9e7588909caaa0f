import { z } from 'zod';
import { day, id, line, optionalText, text, tick, version, wholeNumber } from '#app/core/form.ts';

/** Which year and which region of the actor's own the page shows. */
export const calendarFilter = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  region: id().optional().catch(undefined),
});

/** A year of the federal calendar; each list has a day a line. */
export const calendarYearSchema = z.object({
  year: wholeNumber(2024, 2100),
  version: version(),
  act: line(300),
  isDecreed: tick(),
  holidays: text(6000),
  daysOff: optionalText(6000),
  workingDays: optionalText(6000),
});

/** A day off of a region. */
export const dayOffSchema = z.object({ unitId: id(), day: day(), name: line(200), act: line(300) });
