import { formatDay } from '#app/core/dates.ts';
import { Tag, type Tone } from './Tag.tsx';
import {
  type LaneState,
  type PlacedLane,
  type PlacedStep,
  placeLanes,
  placeOfDay,
  schoolYearsOf,
  type TimelineEvents,
  type TimelineLane,
} from './timeline-layout.ts';
import { uiText } from './ui.text.ts';

export type { LaneState, TimelineEvents, TimelineLane, TimelineStep } from './timeline-layout.ts';

const headPx = 34;
const linePx = 36;
const barPx = 28;
const lanePaddingPx = 10;
const footPx = 24;
const eventPx = 28;

const states = ['closed', 'going', 'overdue', 'later'] as const;
const toneOf: Record<LaneState, Tone> = { closed: 'ok', going: 'info', overdue: 'bad', later: 'grey' };

/**
 * A route as lanes over school years with today's line; the same as a table one click away. `today` is an ISO day.
 * The picture is silent for those who hear the page except for its label, which says what it holds in short.
 */
export function Timeline(props: {
  title: string;
  lanes: readonly TimelineLane[];
  today: string;
  empty?: string;
  /** Where the same stands as a table, unless the page has it: a picture of four years would say everything twice here. */
  tableHref?: string;
  /** Words for the states of what is no route; only those that occur are explained. */
  words?: Partial<Record<LaneState, string>>;
  /** Rows of marks under the lanes: what happened on single days. */
  events?: readonly TimelineEvents[];
}) {
  if (props.lanes.every((lane) => lane.steps.length === 0)) return <p className="empty">{props.empty}</p>;
  const events = (props.events ?? []).filter(({ items }) => items.length > 0);
  const words = { ...uiText.laneStates, ...props.words };
  const explained = states.filter((state) => !props.words || occurs(props.lanes, state));
  const years = schoolYearsOf(props.lanes, props.today, events);
  const lanes = placeLanes(props.lanes, years);
  const tops = topsOf(lanes);
  const eventsTop = tops.at(-1) ?? headPx;
  const height = eventsTop + events.length * eventPx + footPx;
  const now = placeOfDay(props.today, years);
  return (
    <div className="timeline">
      <div className="timeline-picture">
        <svg className="timeline-names" width={namesWidth([...lanes, ...events])} height={height} aria-hidden="true">
          {lanes.map((lane, index) => (
            <text key={lane.title} x="0" y={(tops[index] ?? 0) + lanePaddingPx + 19}>
              {lane.title}
            </text>
          ))}
          {events.map((row, index) => (
            <text key={row.title} x="0" y={eventsTop + index * eventPx + 19}>
              {row.title}
            </text>
          ))}
        </svg>
        <section
          className="scroll"
          aria-label={props.title}
          data-scroll-to={Math.round(now)}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          tabIndex={0}
        >
          <svg
            width="100%"
            height={height}
            className={`years-${Math.min(6, years.length)}`}
            role="img"
            aria-label={`${props.title}. ${describe(props.lanes, events, words).join('; ')}`}
          >
            <YearLines years={years} height={height - footPx} />
            <TodayLine place={now} height={height} />
            {lanes.flatMap((lane, index) =>
              lane.steps.map((step) => (
                <StepBar
                  key={`${lane.title}:${step.startsOn}:${step.title}`}
                  step={step}
                  top={tops[index] ?? 0}
                  state={words[step.state]}
                />
              )),
            )}
            {events.map((row, index) => (
              <EventMarks key={row.title} row={row} years={years} y={eventsTop + index * eventPx + 14} />
            ))}
          </svg>
        </section>
      </div>
      <p className="legend">
        {explained.map((state) => (
          <Tag key={state} tone={toneOf[state]}>
            {words[state]}
          </Tag>
        ))}
        {props.tableHref ? <a href={props.tableHref}>{uiText.tableView}</a> : null}
      </p>
    </div>
  );
}

function occurs(lanes: readonly TimelineLane[], state: LaneState): boolean {
  return lanes.some(({ steps }) => steps.some((step) => step.state === state));
}

/** The picture in words: each lane with how many of its steps stand how, then the rows of marks. */
function describe(
  lanes: readonly TimelineLane[],
  events: readonly TimelineEvents[],
  words: Record<LaneState, string>,
): string[] {
  const told = lanes.map(({ title, steps }) => {
    const counts = states
      .map((state) => ({ state, count: steps.filter((step) => step.state === state).length }))
      .filter(({ count }) => count > 0)
      .map(({ state, count }) => `${words[state]} ${count}`);
    return uiText.timelineLane(title, counts.join(', '));
  });
  return [...told, ...events.map((row) => `${row.title}: ${row.items.length}`)];
}

/** Marks of one row: a diamond for what was left behind, a triangle for what was changed. */
function EventMarks({ row, years, y }: { row: TimelineEvents; years: readonly number[]; y: number }) {
  return row.items.map((item) => (
    <svg
      key={`${item.day}:${item.title}`}
      x={share(placeOfDay(item.day, years))}
      y={y - 8}
      overflow="visible"
      aria-hidden="true"
      className={`event event--${row.shape}`}
    >
      <path d={row.shape === 'diamond' ? 'M0 0 7 8 0 16 -7 8Z' : 'M0 1 8 15 -8 15Z'}>
        <title>{`${item.title}, ${formatDay(item.day)}`}</title>
      </path>
    </svg>
  ));
}

function YearLines({ years, height }: { years: readonly number[]; height: number }) {
  return (
    <>
      {years.map((year, index) => {
        const x = `${(index / years.length) * 100}%`;
        return (
          <g key={year}>
            <line className="year" x1={x} x2={x} y1={headPx - 6} y2={height} />
            <text className="year-name" x={x} dx="8" y="18">
              {`${year}/${String(year + 1).slice(2)}`}
            </text>
          </g>
        );
      })}
    </>
  );
}

function TodayLine({ place, height }: { place: number; height: number }) {
  if (place < 0 || place > 100) return null;
  const nearEdge = place > 92;
  return (
    <>
      <line className="today" x1={`${place}%`} x2={`${place}%`} y1={headPx - 6} y2={height - 4} />
      <text
        className="today-name"
        x={`${place}%`}
        dx={nearEdge ? -6 : 6}
        y={height - 6}
        textAnchor={nearEdge ? 'end' : 'start'}
      >
        {uiText.today}
      </text>
    </>
  );
}

function StepBar({ step, top, state }: { step: PlacedStep; top: number; state: string }) {
  const y = top + lanePaddingPx + step.line * linePx;
  const after = step.label === 'after';
  const x = after ? step.left + step.width : step.left;
  return (
    <g className={`step step--${step.state}`}>
      <rect x={share(step.left)} y={y} width={share(step.width)} height={barPx} rx="7">
        <title>{`${step.title}, ${termOf(step)}, ${state}`}</title>
      </rect>
      <text
        className={step.label === 'inside' ? undefined : 'outside'}
        x={share(x)}
        dx={after ? 6 : step.label === 'before' ? -6 : 8}
        y={y + 19}
        textAnchor={step.label === 'before' ? 'end' : 'start'}
      >
        {step.title}
      </text>
    </g>
  );
}

/** A place in per cent; a hundredth of a per cent is less than a pixel. */
function share(percent: number): string {
  return `${Math.round(percent * 100) / 100}%`;
}

function termOf(step: { startsOn: string; endsOn: string }): string {
  return `${formatDay(step.startsOn)}–${formatDay(step.endsOn)}`;
}

function namesWidth(lanes: readonly { title: string }[]): string {
  const longest = Math.max(...lanes.map((lane) => lane.title.length));
  return `${Math.round((longest * 0.53 + 0.8) * 10) / 10}rem`;
}

function topsOf(lanes: readonly PlacedLane[]): number[] {
  const tops = [headPx];
  for (const lane of lanes) tops.push((tops.at(-1) ?? headPx) + lane.lines * linePx + lanePaddingPx);
  return tops;
}
