import type { LaneState, TimelineEvents, TimelineLane } from '#app/ui/timeline-layout.ts';
import type { Day } from '#db/schema.ts';
import type { Period, Side } from './mentorship.ts';
import { pathText as t } from './mentorship-path.text.ts';

/**
 * The life of a mentorship as a picture: who was with whom and when, the programme, pauses; consents, papers, reports on
 * done items, the end. Facts the viewer may not know are left out of the query, so the picture never hints at them.
 */
export interface PathFacts {
  members: readonly (Period & { side: Side; name: string })[];
  programme: (Period & { approvedOn: Day | null }) | null;
  pauses: readonly Period[];
  consents: readonly { name: string; on: Day }[];
  papers: readonly { what: 'order' | 'supplement'; number: string | null; on: Day }[];
  /** Items of the plan done; `topic` null where the content is not for the viewer. */
  reports: readonly { topic: string | null; on: Day }[];
  /** Day a notice of an early end was given, and the actual last day. */
  noticeOn: Day | null;
  finishedOn: Day | null;
}

/** Lanes and rows of events; rows without an event are left out. */
export function pathOf(facts: PathFacts, today: Day): { lanes: TimelineLane[]; events: TimelineEvents[] } {
  const step = (title: string, { startedOn, endedOn }: Period) => ({
    title,
    startsOn: startedOn,
    endsOn: endedOn,
    state: stateOf({ startedOn, endedOn }, today),
  });
  const sideLane = (side: Side) => ({
    title: t.sides[side],
    steps: facts.members.filter((one) => one.side === side).map((one) => step(one.name, one)),
  });
  const lanes = [
    sideLane('mentor'),
    sideLane('mentee'),
    { title: t.programme, steps: facts.programme ? [step(t.programmeStep, facts.programme)] : [] },
    { title: t.pauses, steps: facts.pauses.map((pause) => step(t.pause, pause)) },
  ].filter(({ steps }) => steps.length > 0);
  const events: TimelineEvents[] = [
    {
      title: t.consents,
      shape: 'diamond',
      items: facts.consents.map(({ name, on }) => ({ day: on, title: name })),
    },
    { title: t.papers, shape: 'triangle', items: papersOf(facts) },
    {
      title: t.reports,
      shape: 'diamond',
      items: facts.reports.map(({ topic, on }) => ({ day: on, title: topic ?? t.report })),
    },
  ];
  return { lanes, events: events.filter(({ items }) => items.length > 0) };
}

function papersOf({ papers, programme, noticeOn, finishedOn }: PathFacts): { day: Day; title: string }[] {
  const items = papers.map(({ what, number, on }) => ({ day: on, title: t.paper[what](number) }));
  if (programme?.approvedOn) items.push({ day: programme.approvedOn, title: t.approved });
  if (noticeOn) items.push({ day: noticeOn, title: t.notice });
  if (finishedOn) items.push({ day: finishedOn, title: t.finished });
  return items.sort((one, two) => one.day.localeCompare(two.day) || one.title.localeCompare(two.title));
}

function stateOf({ startedOn, endedOn }: Period, today: Day): LaneState {
  if (endedOn < today) return 'closed';
  return startedOn > today ? 'later' : 'going';
}
