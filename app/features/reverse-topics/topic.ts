import type { MentorshipState } from '../mentorships/mentorship.ts';
import { REVERSE_KIND } from '../mentorships/mentorship.ts';

/**
 * A reverse mentorship has two topics: each of the two teaches the other one of them, towards a goal, and at the end each
 * has a result. Who teaches in one is a learner in the other; neither stands above. Sources: 004-1 to 004-3, BR-08.
 */

/** Why a topic is not written or its result not told. */
export type TopicRule = 'not-reverse-kind' | 'topics-fixed' | 'topic-not-there' | 'result-too-early';

/** What stands against writing topic and goal: they are agreed to before the order and stand in it. */
export function ruleAgainstTopic(
  mentorship: { kindCode: string; state: MentorshipState },
  isInOrder: boolean,
): TopicRule | null {
  if (mentorship.kindCode !== REVERSE_KIND) return 'not-reverse-kind';
  const isOpen = mentorship.state === 'proposed' || mentorship.state === 'consented';
  return isOpen && !isInOrder ? null : 'topics-fixed';
}

/** What stands against telling a result: it is told while the mentorship is in force. */
export function ruleAgainstResult(mentorship: { kindCode: string; state: MentorshipState }): TopicRule | null {
  if (mentorship.kindCode !== REVERSE_KIND) return 'not-reverse-kind';
  return mentorship.state === 'active' ? null : 'result-too-early';
}
