import { addDays, addYears, fullYears } from '#app/core/dates.ts';
import type { LaneState } from '#app/ui/timeline-layout.ts';
import type { Day } from '#db/schema.ts';
import { AREAS, type Area } from '../people/competence-area.ts';
import type { ProductFileRule } from '../product-files/product-file.ts';

/**
 * An educational route (ИОМ): four or five years of a teacher's own professional growth, led through seven positions,
 * with a roadmap of steps of four kinds, accompanied by a tutor of the ЦНППМ. Sources: 002-34 to 002-42; DOMAIN 3;
 * BR-22, BR-23.
 */
export const ROUTE_YEARS = [4, 5] as const;

/** Fewest letters a search among the people of a region needs. */
export const LEAST_LETTERS = 3;

/** Kinds of roadmap steps: training programmes, trials with pupils, innovative projects, measures. Source: 002-38. */
export const STEP_KINDS = ['course', 'trial', 'innovation', 'measure'] as const;

/** Kind of a step. */
export type StepKind = (typeof STEP_KINDS)[number];

/** States of a route. */
const ROUTE_STATES = ['active', 'completed', 'stopped'] as const;

/** State of a route. */
export type RouteState = (typeof ROUTE_STATES)[number];

/** Why an act upon a route is refused; constraint names of the database among them. */
export type RouteRule =
  | 'route-years-four-or-five'
  | 'route-already-over'
  | 'route-starts-too-late'
  | 'route-overlaps'
  | 'route-unit-closed'
  | 'route-not-active'
  | 'not-a-tutor'
  | 'tutor-day-outside-route'
  | 'tutor-already-assigned'
  | 'route-tutor-overlaps'
  | 'step-outside-route'
  | 'step-without-gap'
  | 'correction-needs-cause'
  | 'product-link-not-web'
  | 'route-step-due-before-start'
  | 'step-already-closed'
  | 'step-needs-product-and-attitude';

/** Narrows a stored word to a state; an unknown one is a fault of the data. */
export function routeState(word: string): RouteState {
  return known(ROUTE_STATES, word);
}

/** Narrows a stored word to a kind of step; an unknown one is a fault of the data. */
export function stepKind(word: string): StepKind {
  return known(STEP_KINDS, word);
}

/** Narrows a stored word to an area or null; an unknown one is a fault of the data. */
export function areaOf(word: string | null): Area | null {
  return word === null ? null : known(AREAS, word);
}

function known<T extends string>(words: readonly T[], word: string): T {
  const found = words.find((one) => one === word);
  if (!found) throw new Error(`unknown word of a route: ${word}`);
  return found;
}

/** The last day of a route, inclusive. */
export function routeEnd(startedOn: Day, years: number): Day {
  return addDays(addYears(startedOn, years), -1);
}

/** Which year of the route it is on the day, from 1 up to the last. */
export function yearOfRoute(route: { startedOn: Day; years: number }, today: Day): number {
  return Math.min(route.years, Math.max(1, fullYears(route.startedOn, today) + 1));
}

/** Why a route of this length cannot be opened from this day; null when it can. Source: 002-34, BR-22. */
export function ruleAgainstOpening(input: { years: number; startedOn: Day }, today: Day): RouteRule | null {
  if (!ROUTE_YEARS.some((years) => years === input.years)) return 'route-years-four-or-five';
  if (routeEnd(input.startedOn, input.years) < today) return 'route-already-over';
  return input.startedOn > addYears(today, 1) ? 'route-starts-too-late' : null;
}

/** Why a step cannot stand on these days; null when it can. */
export function ruleAgainstStepDays(
  step: { startedOn: Day; dueOn: Day },
  route: { startedOn: Day; endedOn: Day },
): RouteRule | null {
  if (step.dueOn < step.startedOn) return 'route-step-due-before-start';
  return step.startedOn < route.startedOn || step.dueOn > route.endedOn ? 'step-outside-route' : null;
}

/** What is left when a step is closed; the link is an address on the web or empty. */
export interface StepResult {
  product: string;
  attitude: string;
  productLink?: string;
}

/** Why a step cannot be closed with this; null when it can. Source: 002-39, BR-23. */
export function ruleAgainstClosing(step: { closedOn: Day | null }, left: StepResult): RouteRule | null {
  if (step.closedOn !== null) return 'step-already-closed';
  if (left.product.trim() === '' || left.attitude.trim() === '') return 'step-needs-product-and-attitude';
  return left.productLink && !isWebAddress(left.productLink) ? 'product-link-not-web' : null;
}

/** Whether a text is an address of a page: nothing that a browser would run, no program to start. */
export function isWebAddress(text: string): boolean {
  return (
    /^https?:\/\/[^\s"'<>]+\.[^\s"'<>]+$/iu.test(text) &&
    !/\.(exe|js|mjs|vbs|bat|cmd|ps1|sh|msi|scr|jar|hta)([?#]|$)/iu.test(text)
  );
}

/** Why the plan of a step may not be changed nor the step closed; null when both may. */
export function ruleAgainstStepWork(state: RouteState, closedOn: Day | null): RouteRule | null {
  if (state !== 'active') return 'route-not-active';
  return closedOn === null ? null : 'step-already-closed';
}

/** Why nothing more can be attached to a step; null when it can: while it is open, or asked to be added to. */
export function ruleAgainstAttaching(step: { closedOn: Day | null; reviewState: string }): ProductFileRule | null {
  return step.closedOn === null || step.reviewState === 'more' ? null : 'step-takes-no-files';
}

/** How a step stands on the day. */
export function stepState(step: { startedOn: Day; dueOn: Day; closedOn: Day | null }, today: Day): LaneState {
  if (step.closedOn !== null) return 'closed';
  if (step.dueOn < today) return 'overdue';
  return step.startedOn > today ? 'later' : 'going';
}
