import { addDays } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';
import { addWorkingDays, type DayOff, daysOffBetween, type WorkingCalendar } from '../working-days/working-days.ts';
import type { MentorshipState, Period, Side } from './mentorship.ts';

/**
 * A notice of an early end: either side or the employer says that the mentorship stops, at least three working days
 * ahead by the calendar of the region. No reason is asked. It leaves no trace but on the mentorship's own page for head
 * and curator. Sources: Labour Code 351.8 (L-2), BR-03, BR-04.
 */
export const NOTICE_PARTIES = ['employer', 'mentor', 'mentee'] as const;

/** Who gave a notice. */
export type NoticeParty = (typeof NOTICE_PARTIES)[number];

/** Working days between the notice and the earliest last day (BR-03). */
export const NOTICE_WORKING_DAYS = 3;
/** How far back a notice on paper may be dated. */
export const NOTICE_BACK_DAYS = 30;

/** Why a notice, its withdrawal, or an end before it has run out is refused. */
export type NoticeRule =
  | 'notice-not-active'
  | 'notice-already-given'
  | 'notice-in-group'
  | 'notice-needless'
  | 'notice-in-future'
  | 'notice-too-old'
  | 'notice-too-early'
  | 'notice-after-term'
  | 'notice-not-withdrawable'
  | 'notice-still-runs';

/** The earliest last day after a notice, and the days off the count went over. */
export interface EarliestEnd {
  endsOn: Day;
  skipped: DayOff[];
}

/** The earliest last day of a mentorship that starts on `startedOn`. Throws RuleBroken `calendar-year-missing`. */
export function earliestEnd(givenOn: Day, startedOn: Day, calendar: WorkingCalendar): EarliestEnd {
  const third = addWorkingDays(givenOn, NOTICE_WORKING_DAYS, calendar);
  return { endsOn: third < startedOn ? startedOn : third, skipped: daysOffBetween(givenOn, third, calendar) };
}

/** What the rules need of a mentorship. */
export interface NoticeFacts extends Period {
  state: MentorshipState;
  /** A notice is running. */
  isEnding: boolean;
  members: readonly { personId: Id; side: Side }[];
}

/** What stands against any notice now, whatever its days: nothing to end, already ending, or only one of a group leaves. */
export function ruleAgainstAnyNotice(mentorship: NoticeFacts, giverId: Id | null): NoticeRule | null {
  if (mentorship.state !== 'active') return 'notice-not-active';
  if (mentorship.isEnding) return 'notice-already-given';
  const side = mentorship.members.find(({ personId }) => personId === giverId)?.side;
  const beside = mentorship.members.filter((other) => other.side === side && other.personId !== giverId);
  return side !== undefined && beside.length > 0 ? 'notice-in-group' : null;
}

/** What stands against the days of a notice; the field of the form comes with it. */
export function ruleAgainstNoticeDays(
  notice: { givenOn: Day; endsOn: Day },
  term: Period,
  earliest: Day,
  today: Day,
): { rule: NoticeRule; field: 'givenOn' | 'endsOn' } | null {
  if (notice.givenOn > today) return { rule: 'notice-in-future', field: 'givenOn' };
  if (notice.givenOn < addDays(today, -NOTICE_BACK_DAYS)) return { rule: 'notice-too-old', field: 'givenOn' };
  if (earliest >= term.endedOn) return { rule: 'notice-needless', field: 'endsOn' };
  if (notice.endsOn < earliest) return { rule: 'notice-too-early', field: 'endsOn' };
  return notice.endsOn >= term.endedOn ? { rule: 'notice-after-term', field: 'endsOn' } : null;
}

/** Narrows a stored word to a party; an unknown one is a fault of the data. */
export function noticeParty(word: string): NoticeParty {
  const known = NOTICE_PARTIES.find((party) => party === word);
  if (!known) throw new Error(`unknown party of a notice: ${word}`);
  return known;
}
