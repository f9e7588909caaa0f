import { addDays, schoolYearStart } from '#app/core/dates.ts';

/** How a step of a route stands today. */
export type LaneState = 'closed' | 'going' | 'overdue' | 'later';

/** One step on a lane; both days are ISO and inclusive. */
export type TimelineStep = { title: string; startsOn: string; endsOn: string; state: LaneState };

/** One kind of steps. */
export type TimelineLane = { title: string; steps: readonly TimelineStep[] };

/** What happened on single days, one row of marks of one shape. */
export type TimelineEvents = {
  title: string;
  shape: 'diamond' | 'triangle';
  items: readonly { day: string; title: string }[];
};

/** A step with its place: `left` and `width` in per cent of the picture, `line` counts the lane's lines from 0. */
export type PlacedStep = TimelineStep & {
  left: number;
  width: number;
  line: number;
  label: 'inside' | 'after' | 'before';
};

/** A lane with its steps placed and the lines it needs. */
export type PlacedLane = { title: string; steps: PlacedStep[]; lines: number };

/** The narrowest a school year is drawn, in pixels of ordinary text (13rem in the stylesheet); a smaller screen scrolls. */
const yearWidthPx = 208;

const letterPx = 7.4;
const paddingPx = 12;

/** The school years (first of September to the end of August) that hold every step and event and at least `today`. */
export function schoolYearsOf(
  lanes: readonly TimelineLane[],
  today: string,
  events: readonly TimelineEvents[] = [],
): number[] {
  const steps = lanes.flatMap((lane) => lane.steps.flatMap((step) => [step.startsOn, step.endsOn]));
  const days = [...steps, ...events.flatMap((row) => row.items.map(({ day }) => day))];
  if (days.length === 0) return [schoolYearStart(today)];
  const years = days.map(schoolYearStart);
  const from = Math.min(...years);
  const to = Math.max(...years);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Where a day stands, in per cent of the picture's width; outside the picture it is below 0 or above 100. */
export function placeOfDay(day: string, years: readonly number[]): number {
  const first = years[0] ?? 0;
  const start = Date.UTC(first, 8, 1);
  const end = Date.UTC(first + years.length, 8, 1);
  return ((Date.parse(day) - start) / (end - start)) * 100;
}

/**
 * Places every step so that neither bars nor their labels touch at the narrowest drawing; wider drawings only get airier.
 * A label that does not fit its bar stands after it, or before it at the right edge.
 */
export function placeLanes(lanes: readonly TimelineLane[], years: readonly number[]): PlacedLane[] {
  const pxPerPercent = (years.length * yearWidthPx) / 100;
  return lanes.map((lane) => {
    const lineEnds: number[] = [];
    const steps = [...lane.steps]
      .sort((a, b) => a.startsOn.localeCompare(b.startsOn) || a.title.localeCompare(b.title))
      .map((step) => placeStep(step, years, pxPerPercent, lineEnds));
    return { title: lane.title, steps, lines: Math.max(1, lineEnds.length) };
  });
}

function placeStep(step: TimelineStep, years: readonly number[], pxPerPercent: number, lineEnds: number[]): PlacedStep {
  const left = placeOfDay(step.startsOn, years);
  const width = Math.max(1, placeOfDay(addDays(step.endsOn, 1), years) - left);
  const labelWidth = (step.title.length * letterPx + paddingPx) / pxPerPercent;
  const label = labelWidth <= width ? 'inside' : left + width + labelWidth <= 100 ? 'after' : 'before';
  const from = label === 'before' ? left - labelWidth : left;
  const to = label === 'after' ? left + width + labelWidth : left + width;
  const free = lineEnds.findIndex((end) => end <= from);
  const line = free === -1 ? lineEnds.length : free;
  lineEnds[line] = to + 0.4;
  return { ...step, left, width, line, label };
}
