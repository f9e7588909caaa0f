import type { FreeSlot } from './mentor-profile.ts';

/** Days of a usual week as a form names them, Monday first; Sunday is nobody's working day. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** A day of the usual week. */
export type Weekday = (typeof WEEKDAYS)[number];

/** The most intervals of one day. */
export const MOST_INTERVALS = 4;

/** Time from minute to minute of a day, the last one outside. */
export interface Interval {
  fromMinute: number;
  toMinute: number;
}

const TIME = String.raw`(\d{1,2})(?:[:.](\d{2}))?`;
const INTERVAL = new RegExp(`^${TIME}\\s*[-–—]\\s*${TIME}$`);

/** Reads '14:00–16:00, 17-18' as people type it, in order; null when some part is not an interval of a day. */
export function parseIntervals(text: string): Interval[] | null {
  const parts = text
    .split(/[,;]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const found = parts.flatMap((part) => {
    const [, fromHour, fromRest = '00', toHour, toRest = '00'] = INTERVAL.exec(part) ?? [];
    const fromMinute = minuteOf(fromHour, fromRest);
    const toMinute = minuteOf(toHour, toRest);
    return fromMinute === null || toMinute === null ? [] : [{ fromMinute, toMinute }];
  });
  if (found.length < parts.length || found.length > MOST_INTERVALS) return null;
  return found.sort((one, other) => one.fromMinute - other.fromMinute);
}

function minuteOf(hour: string | undefined, rest: string): number | null {
  const minute = Number(hour) * 60 + Number(rest);
  return hour === undefined || Number(rest) > 59 || minute > 1440 ? null : minute;
}

/** What stands against the intervals of one day. */
export function ruleAgainstIntervals(
  intervals: readonly Interval[],
): 'slot-ends-before-start' | 'slots-overlap' | null {
  if (intervals.some(({ fromMinute, toMinute }) => toMinute <= fromMinute)) return 'slot-ends-before-start';
  const overlaps = intervals.some((one, index) => (intervals[index + 1]?.fromMinute ?? one.toMinute) < one.toMinute);
  return overlaps ? 'slots-overlap' : null;
}

/** The intervals of a day as they are typed and shown: '14:00–16:00, 17:00–18:00'. */
export function formatIntervals(slots: readonly Interval[]): string {
  return slots.map(({ fromMinute, toMinute }) => `${clock(fromMinute)}–${clock(toMinute)}`).join(', ');
}

function clock(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}

/** The slots of one day of the week. */
export function slotsOn(slots: readonly FreeSlot[], day: Weekday): FreeSlot[] {
  return slots.filter(({ weekday }) => weekday === WEEKDAYS.indexOf(day) + 1);
}
