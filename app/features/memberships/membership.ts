import type { Day } from '#db/schema.ts';
import { type MentorshipState, REVERSE_KIND } from '../mentorships/mentorship.ts';

/**
 * How the members of a mentorship change: a group takes in another mentee, a co-mentor comes, a mentor is replaced,
 * somebody leaves. Before anybody has answered people are simply added to the proposal; in a mentorship in force
 * whoever comes is invited, consents, and comes in by an order or another recorded ground. Programme, route, history and
 * period stay as they are. Sources: DOMAIN 2.5, 2.6; BR-02, BR-07, BR-11.
 */
export const CHANGE_KINDS = ['mentee_added', 'mentor_added', 'mentor_replaced'] as const;

/** Kind of a change. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** Life of a change. */
export const CHANGE_STATES = ['proposed', 'consented', 'done', 'declined', 'withdrawn'] as const;

/** State of a change. */
export type ChangeState = (typeof CHANGE_STATES)[number];

/** States in which an invitation takes a place. */
export const OPEN_CHANGES = ['proposed', 'consented'] as const satisfies readonly ChangeState[];

/** Narrows a stored word; an unknown one is a fault of the data. */
export function changeKind(word: string): ChangeKind {
  const known = CHANGE_KINDS.find((kind) => kind === word);
  if (!known) throw new Error(`unknown kind of a membership change: ${word}`);
  return known;
}

/** Narrows a stored word; an unknown one is a fault of the data. */
export function changeState(word: string): ChangeState {
  const known = CHANGE_STATES.find((state) => state === word);
  if (!known) throw new Error(`unknown state of a membership change: ${word}`);
  return known;
}

/** Why a change of members is refused. */
export type MembershipRule =
  | 'members-not-changeable'
  | 'answers-already-given'
  | 'not-a-group'
  | 'reverse-is-two'
  | 'already-member'
  | 'start-missing'
  | 'joins-outside-term'
  | 'replaced-too-early'
  | 'change-not-open'
  | 'change-not-consented'
  | 'consent-after-ground'
  | 'ground-in-future'
  | 'starts-before-ground'
  | 'last-on-side'
  | 'leaves-outside-term'
  | 'already-left';

interface Held {
  state: MentorshipState;
  kindCode: string;
  startedOn: Day;
  endedOn: Day;
}

/** What stands against taking somebody in on a side; `answers` are those given to the proposal so far. */
export function ruleAgainstTakingIn(
  mentorship: Held,
  joining: { side: 'mentor' | 'mentee'; startedOn: Day | null },
  answers: number,
): MembershipRule | null {
  if (mentorship.state !== 'proposed' && mentorship.state !== 'active')
    return mentorship.state === 'consented' ? 'answers-already-given' : 'members-not-changeable';
  if (mentorship.kindCode === REVERSE_KIND) return 'reverse-is-two';
  if (joining.side === 'mentee' && mentorship.kindCode !== 'group') return 'not-a-group';
  if (mentorship.state === 'proposed') return answers > 0 ? 'answers-already-given' : null;
  return ruleAgainstDay(mentorship, joining.startedOn);
}

/** What stands against replacing the mentor who is there since a day. */
export function ruleAgainstReplacing(mentorship: Held, replaced: { startedOn: Day; endedOn: Day }, startedOn: Day) {
  if (mentorship.state !== 'active') return 'members-not-changeable';
  if (mentorship.kindCode === REVERSE_KIND) return 'reverse-is-two';
  if (replaced.endedOn < mentorship.endedOn) return 'already-left';
  return ruleAgainstDay(mentorship, startedOn) ?? (startedOn <= replaced.startedOn ? 'replaced-too-early' : null);
}

function ruleAgainstDay({ startedOn, endedOn }: Held, day: Day | null): MembershipRule | null {
  if (day === null) return 'start-missing';
  return day < startedOn || day > endedOn ? 'joins-outside-term' : null;
}

/** What stands against carrying out a change on its ground: consent ≤ ground ≤ first day, nothing from the future (BR-02). */
export function ruleAgainstCarryingOut(
  change: { state: ChangeState; answeredOn: Day | null },
  ground: { startedOn: Day; orderedOn: Day },
  today: Day,
): MembershipRule | null {
  if (change.state !== 'consented' || change.answeredOn === null) return 'change-not-consented';
  if (ground.orderedOn > today) return 'ground-in-future';
  if (change.answeredOn > ground.orderedOn) return 'consent-after-ground';
  return ground.startedOn < ground.orderedOn ? 'starts-before-ground' : null;
}

/** What stands against a member leaving on a last day while so many stay on the side to the end. */
export function ruleAgainstLeaving(
  mentorship: Held,
  member: { startedOn: Day; endedOn: Day },
  lastOn: Day,
  onSide: number,
): MembershipRule | null {
  if (mentorship.state !== 'active') return 'members-not-changeable';
  if (member.endedOn < mentorship.endedOn) return 'already-left';
  if (onSide < 2) return 'last-on-side';
  return lastOn < member.startedOn || lastOn >= member.endedOn ? 'leaves-outside-term' : null;
}
