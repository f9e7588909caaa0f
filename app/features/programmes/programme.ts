import type { Day } from '#db/schema.ts';
import { LIVE_STATES } from '../mentorships/mentorship.ts';

/**
 * A personalised programme of a mentorship: what troubles the mentee, the aim, measurable goals and a dated plan.
 * The pair and the curator write it together while it is a draft; the head approves it, then the pair marks what is done.
 * How deep and how fast each question is worked is the pair's own matter (BR-21).
 * Source: DOMAIN 2.6, DT-11, BR-20, REQUIREMENTS 000-10, 000-11, 002-21, M-09.
 */
const PROGRAMME_STATES = ['draft', 'approved'] as const;

/** State of a programme. */
export type ProgrammeState = (typeof PROGRAMME_STATES)[number];

/** Kinds of plan items; `trial` and `innovation` feed the indicator of inclusion in innovation (I-10). */
export const PLAN_ITEM_KINDS = ['meeting', 'lesson_visit', 'training', 'trial', 'innovation', 'other'] as const;

/** Kind of a plan item. */
export type PlanItemKind = (typeof PLAN_ITEM_KINDS)[number];

/** Inclusive days of something. */
export interface Period {
  startedOn: Day;
  endedOn: Day;
}

/** A measurable goal as typed (000-10). */
export interface Goal {
  aim: string;
  indicator: string;
  startValue: string;
  targetValue: string;
}

/** What is missing before a programme may be approved, in the order it is filled in. */
export type MissingPart =
  | 'programme-needs-problem'
  | 'programme-needs-aim'
  | 'programme-needs-goal'
  | 'programme-goal-not-measurable'
  | 'programme-needs-item'
  | 'plan-items-outside';

/** Every rule of this feature. */
export type ProgrammeRule =
  | MissingPart
  | 'programme-exists'
  | 'mentorship-not-ready'
  | 'programme-ends-before-start'
  | 'programme-outside-mentorship'
  | 'programme-already-approved'
  | 'programme-not-approved'
  | 'programme-goal-position-taken'
  | 'plan-item-outside-programme'
  | 'plan-item-already-done'
  | 'done-in-future'
  | 'done-before-start';

/** A programme belongs to a mentorship that is on its way or goes on: the order waits for it (M-04). */
export function ruleAgainstWorking(mentorshipState: string): ProgrammeRule | null {
  return LIVE_STATES.some((state) => state === mentorshipState) ? null : 'mentorship-not-ready';
}

/** A draft may be changed; what the head approved may not. */
export function ruleAgainstChanging(programme: { state: string; mentorshipState: string }): ProgrammeRule | null {
  return programme.state === 'draft' ? ruleAgainstWorking(programme.mentorshipState) : 'programme-already-approved';
}

/** A programme lasts no longer than its mentorship (BR-12) and holds its items (`items`: their due days). */
export function ruleAgainstPeriod(
  period: Period,
  mentorship: Period,
  items: readonly Day[] = [],
): ProgrammeRule | null {
  if (period.endedOn < period.startedOn) return 'programme-ends-before-start';
  if (!isInside(period.startedOn, mentorship) || !isInside(period.endedOn, mentorship)) {
    return 'programme-outside-mentorship';
  }
  return items.every((dueOn) => isInside(dueOn, period)) ? null : 'plan-items-outside';
}

/** An item is due within the programme (000-11). */
export function ruleAgainstDue(dueOn: Day, programme: Period): ProgrammeRule | null {
  return isInside(dueOn, programme) ? null : 'plan-item-outside-programme';
}

/** What is done is done once, in an approved programme, on a day that has come. */
export function ruleAgainstDone(
  item: { doneOn: Day | null; state: string; startedOn: Day },
  doneOn: Day,
  today: Day,
): ProgrammeRule | null {
  if (item.state !== 'approved') return 'programme-not-approved';
  if (item.doneOn !== null) return 'plan-item-already-done';
  if (doneOn > today) return 'done-in-future';
  return doneOn < item.startedOn ? 'done-before-start' : null;
}

/** Every part still missing before the head can approve. Source: M-09, BR-20. */
export function missingParts(
  programme: Period & { problem: string; aim: string; goals: readonly Goal[]; items: readonly Day[] },
): MissingPart[] {
  const { goals, items } = programme;
  const missing: (MissingPart | false)[] = [
    programme.problem === '' && 'programme-needs-problem',
    programme.aim === '' && 'programme-needs-aim',
    goals.length === 0 && 'programme-needs-goal',
    goals.some((goal) => !isMeasurable(goal)) && 'programme-goal-not-measurable',
    items.length === 0 && 'programme-needs-item',
    items.some((dueOn) => !isInside(dueOn, programme)) && 'plan-items-outside',
  ];
  return missing.filter((part) => part !== false);
}

/** How an item stands on a day. */
export function itemState(item: { dueOn: Day; doneOn: Day | null }, today: Day): 'done' | 'overdue' | 'ahead' {
  if (item.doneOn !== null) return 'done';
  return item.dueOn < today ? 'overdue' : 'ahead';
}

/** Narrows a stored word. */
export function programmeState(word: string): ProgrammeState {
  return word === 'approved' ? 'approved' : 'draft';
}

/** Narrows a stored word. */
export function planItemKind(word: string): PlanItemKind {
  return PLAN_ITEM_KINDS.find((kind) => kind === word) ?? 'other';
}

function isMeasurable(goal: Goal): boolean {
  return [goal.aim, goal.indicator, goal.startValue, goal.targetValue].every((part) => part.trim() !== '');
}

function isInside(day: Day, period: Period): boolean {
  return day >= period.startedOn && day <= period.endedOn;
}
