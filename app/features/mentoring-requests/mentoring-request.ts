import { addDays } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';

/**
 * A mentee's request for a mentor, the educational order of 002-12: why (one of six occasions, 002-20), who asks (one of
 * four categories, 002-11), difficulties in own words and by the nine areas, what is expected of the mentor (000-22),
 * formats, and whom the author would like or would rather not have. It is open until a mentorship is proposed upon it or
 * the author takes it back; when that proposal comes to nothing, it is open again. Sources: BR-06, BR-10.
 */
export const OCCASIONS = [
  'young_specialist',
  'new_organisation',
  'new_position',
  'after_attestation',
  'technology',
  'exchange',
] as const;

/** Occasion of a request (002-20). */
export type Occasion = (typeof OCCASIONS)[number];

/** Categories of mentees (002-11). */
export const MENTEE_CATEGORIES = ['beginner', 'new_skill', 'new_to_staff', 'other_education'] as const;

/** Category of a mentee (002-11). */
export type MenteeCategory = (typeof MENTEE_CATEGORIES)[number];

/** Ways of working together; a mentor names his own by the same codes. */
export const FORMATS = ['in_person', 'remote', 'hybrid'] as const;

/** Format of work. */
export type Format = (typeof FORMATS)[number];

/** Why somebody is mentored at a distance (000-2). */
export const REMOTE_REASONS = ['rural', 'travel_cost', 'inclusive', 'nobody_near'] as const;

/** Reason of remote work. */
export type RemoteReason = (typeof REMOTE_REASONS)[number];

/** State of a request. */
export const REQUEST_STATES = ['open', 'matched', 'withdrawn'] as const;

/** One of the states. */
export type RequestState = (typeof REQUEST_STATES)[number];

/** What a colleague is to the author of a request. */
export type Wish = 'prefer' | 'avoid';

/** What stands in a request. */
export interface RequestContent {
  occasion: Occasion;
  menteeCategory: MenteeCategory;
  subject: string | null;
  difficulties: string;
  expectation: string;
  formats: Format[];
  remoteReason: RemoteReason | null;
  /** Colleagues who could help may read the own words. */
  isShared: boolean;
}

/** Why an act upon a request is refused. */
export type RequestRule =
  | 'not-employed'
  | 'request-already-open'
  | 'remote-needs-reason'
  | 'request-not-open'
  | 'wish-for-self';

/** Days an inside search lasts before the request may go outside (BR-10, default). */
export const OUTWARD_AFTER_DAYS = 10;

/** What stands against the content. */
export function ruleAgainstContent({ formats, remoteReason }: RequestContent): RequestRule | null {
  return formats.length > 0 && formats.every((format) => format === 'remote') && remoteReason === null
    ? 'remote-needs-reason'
    : null;
}

/** What stands against changing a request in this state. */
export function ruleAgainstChanging(state: RequestState): RequestRule | null {
  return state === 'open' ? null : 'request-not-open';
}

/** Narrows a stored word to one of a list; an unknown one is a fault of the data. */
export function oneOf<T extends string>(known: readonly T[], word: string): T {
  const found = known.find((one) => one === word);
  if (found === undefined) throw new Error(`unknown word of a request: ${word}`);
  return found;
}

/** The first day on which a request opened on the day may go outside though somebody inside would do (BR-10). */
export function outwardFrom(openedOn: Day): Day {
  return addDays(openedOn, OUTWARD_AFTER_DAYS);
}

/** What a request is chosen by in lists. */
export interface RequestFilter {
  page: number;
  search: string;
  subject: string;
  area: string;
  state: 'open' | 'all';
}
