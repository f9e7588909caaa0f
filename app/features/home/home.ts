import type { Day } from '#db/schema.ts';
import type { PaperRule } from '../mentorships/mentorship-papers.ts';

/**
 * Home is a work list: what waits for the signed-in person, since when, until when, and one click to do it
 * (ARCHITECTURE 8). A task is data; its words are in `home.text.ts`.
 */
const TASK_KINDS = [
  'match',
  'consent-mine',
  'consents-missing',
  'terms-to-set',
  'zero-pay-to-ground',
  'supplement-to-draw-up',
  'supplement-to-sign',
  'programme-to-begin',
  'order-to-draw-up',
  'order-returned',
  'order-to-approve',
  'act-to-review',
  'act-to-read',
  'programme-missing',
  'programme-to-approve',
  'stimulus-to-approve',
  'stimulus-to-pay',
  'plan-item',
  'profile-missing',
  'result-to-confirm',
  'route-step-mine',
  'route-step-overdue',
  'route-product-waits',
  'route-product-more',
  'route-proposal',
  'route-transfer',
  'move-to-answer',
  'component-offer',
  'contour-gaps',
  'calendar-year',
  'staff-list',
  'invitation',
  'survey-mine',
  'choose-mentor',
  'ask-mine',
  'outward-mine',
  'pair-ready',
  'request-waits',
  'request-nobody',
  'outward-home',
  'request-unmet',
  'home-agreement',
  'guardian-withdrew',
  'erasure-due',
] as const;

/** Kind of a task. */
export type TaskKind = (typeof TASK_KINDS)[number];

/** One thing that waits. */
export interface Task {
  kind: TaskKind;
  key: string;
  href: string;
  /** Name or title the sentence is about. */
  about: string;
  /** Since when it waits. */
  since: Day | null;
  /** Until when it should be done. */
  until: Day | null;
}

/** A number beside the work. */
export interface HomeFigure {
  kind:
    | 'active'
    | 'in-preparation'
    | 'without-mentor'
    | 'routes'
    | 'route-steps-overdue'
    | 'people'
    | 'organisations'
    | 'with-gaps'
    | 'requests-unmet';
  value: number;
  /** Where the records are; absent where the actor has no such page. */
  href?: string;
}

/** The task a missing paper makes for whoever can bring it about; null when it waits for somebody else. */
export function paperTaskOf(rule: PaperRule): TaskKind | null {
  switch (rule) {
    case 'terms-need-content':
    case 'terms-need-form':
    case 'terms-need-pay':
    case 'job-description-missing':
      return 'terms-to-set';
    case 'zero-pay-needs-ground':
      return 'zero-pay-to-ground';
    case 'mentor-consent-missing':
    case 'mentee-consent-missing':
      return 'consents-missing';
    case 'supplement-missing':
    case 'supplement-outdated':
      return 'supplement-to-draw-up';
    case 'supplement-unsigned':
      return 'supplement-to-sign';
    case 'programme-missing':
      return 'programme-to-begin';
    case 'order-missing':
      return 'order-to-draw-up';
    case 'programme-not-approved':
    case 'order-not-approved':
    case 'regulation-missing':
      return null;
  }
}

const TASKS_OF_A_KIND = 5;

/** Tasks of a kind that are read: one more than listed tells that there are more. */
export const READ_OF_A_KIND = TASKS_OF_A_KIND + 1;

/** The first tasks of each kind, so that many of one kind do not hide the others, and whether any were left out. */
export function shortList(tasks: readonly Task[]): { shown: Task[]; hasMore: boolean } {
  const listed = new Map<TaskKind, number>();
  const shown = tasks.filter(({ kind }) => {
    const place = (listed.get(kind) ?? 0) + 1;
    listed.set(kind, place);
    return place <= TASKS_OF_A_KIND;
  });
  return { shown, hasMore: shown.length < tasks.length };
}

/** Overdue first, then by the day they are due, then by how long they have waited. */
export function inOrderOfUrgency(tasks: readonly Task[]): Task[] {
  const key = (task: Task) => `${task.until ?? '9999-12-31'} ${task.since ?? '9999-12-31'} ${task.kind} ${task.key}`;
  return [...tasks].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}
