import { ENGINE_RULES } from '../matching/pool-rules.ts';
import type { PairRule } from '../mentorships/mentorship-rules.ts';
import type { CandidateRule } from './scenario.ts';

const OWN_RULES: readonly CandidateRule[] = [
  ...ENGINE_RULES,
  'side-not-for-form',
  'banned',
  'under-threshold',
  'mirrored',
];

/** Whether a rule is one of mentorships, not of the engine or the curator. */
export function isPairRule(rule: CandidateRule): rule is PairRule {
  return !OWN_RULES.includes(rule);
}
