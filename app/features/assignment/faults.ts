import { type AssignmentProblem, type Fault, FORBIDDEN, MOST_MENTEES } from './assignment.ts';

/** The first reason why a problem cannot be put, or null. */
export function faultOf(problem: AssignmentProblem): Fault | null {
  const { mentees, mentors, scores, pins = [], bans = [] } = problem;
  if (mentees.length > MOST_MENTEES) return 'too-many-mentees';
  const menteeAt = new Map(mentees.map((key, position) => [key, position]));
  const mentorAt = new Map(mentors.map(({ key }, position) => [key, position]));
  if (menteeAt.size < mentees.length || mentorAt.size < mentors.length) return 'key-twice';
  if (mentors.some(({ capacity }) => !Number.isInteger(capacity) || capacity < 0)) return 'capacity-not-whole';
  if (typeof scores !== 'function' && scores.length !== mentees.length * mentors.length) {
    return 'scores-not-of-this-size';
  }
  const isKnown = ({ mentee, mentor }: { mentee: string; mentor: string }) =>
    menteeAt.has(mentee) && mentorAt.has(mentor);
  if (!bans.every(isKnown)) return 'ban-unknown';
  if (!pins.every(isKnown)) return 'pin-unknown';
  if (new Set(pins.map(({ mentee }) => mentee)).size < pins.length) return 'pinned-twice';
  const isForbidden = pins.some(
    ({ mentee, mentor }) => scoreOf(problem, menteeAt.get(mentee) ?? 0, mentorAt.get(mentor) ?? 0) === FORBIDDEN,
  );
  if (isForbidden) return 'pin-forbidden';
  const isBanned = pins.some((pin) => bans.some((ban) => ban.mentee === pin.mentee && ban.mentor === pin.mentor));
  if (isBanned) return 'pin-banned';
  const left = new Map(mentors.map(({ key, capacity }) => [key, capacity]));
  for (const { mentor } of pins) {
    const places = left.get(mentor) ?? 0;
    if (places === 0) return 'pins-exceed-capacity';
    left.set(mentor, places - 1);
  }
  return null;
}

/** The score of a pair by its positions, as the problem gives it. */
export function scoreOf({ scores, mentors }: AssignmentProblem, mentee: number, mentor: number): number {
  return typeof scores === 'function'
    ? scores(mentee, mentor)
    : (scores[mentee * mentors.length + mentor] ?? FORBIDDEN);
}
