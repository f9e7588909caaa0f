import type { MentorshipState } from '../mentorships/mentorship.ts';

/**
 * The agreement of the home organisation of a mentor who works for another one: asked with the proposal, about its very
 * terms, answered by the home organisation's head or curator; without it the mentorship stands in no order and does not
 * begin. The answer may be changed until then. Sources: REQUIREMENTS 002-2, 002-23; DOMAIN 2.3.
 */
export const HOME_STATES = ['asked', 'agreed', 'refused'] as const;

/** State of an agreement. */
export type HomeState = (typeof HOME_STATES)[number];

/** Narrows a stored word; an unknown one is a fault of the data. */
export function homeState(word: string): HomeState {
  const known = HOME_STATES.find((state) => state === word);
  if (!known) throw new Error(`unknown state of a home agreement: ${word}`);
  return known;
}

/** Why an answer is refused. */
export type HomeAgreementRule = 'home-answer-too-late' | 'home-answer-same';

/** What stands against an answer: what began or came to nothing is not answered any more. */
export function ruleAgainstHomeAnswer(
  { state, mentorshipState }: { state: HomeState; mentorshipState: MentorshipState },
  answer: 'agreed' | 'refused' | null,
): HomeAgreementRule | null {
  if (mentorshipState !== 'proposed' && mentorshipState !== 'consented') return 'home-answer-too-late';
  return state === answer ? 'home-answer-same' : null;
}
