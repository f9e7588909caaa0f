import type { Id } from '#db/schema.ts';
import type { Period } from '../mentorships/mentorship.ts';
import { REVERSE_KIND } from '../mentorships/mentorship.ts';
import type { Work } from '../mentorships/mentorship-rules.ts';
import { commonMinutes, mayWorkRemotely, type ScoreFacts } from './score.ts';

/**
 * Rules of the engine beside those of a mentorship: a proposal by hand may still be made, the engine does not offer it.
 * Source: MATCHING 3.2, BR-06.
 */
export const ENGINE_RULES = ['avoided', 'direct-subordination', 'format-not-common', 'no-common-time'] as const;

/** Rule of the engine. */
export type EngineRule = (typeof ENGINE_RULES)[number];

/** The form in which the superior is the mentor. */
export const SUPERIOR_FORM = 'head_teacher';

/** Posts everybody of the organisation is subordinate to. */
const SUPERIOR_POSTS = ['head'];

/** What the engine's rules are asked with. */
export interface EngineQuestion {
  period: Period;
  kindCode: string;
  formCode: string;
  isRemoteAllowed: boolean;
}

/** Every rule of the engine that stands against the pair, in the order they are told. */
export function engineRulesAgainst(mentee: ScoreFacts, mentor: ScoreFacts, question: EngineQuestion): EngineRule[] {
  const rules: [EngineRule, boolean][] = [
    ['avoided', avoids(mentee, mentor.personId) || avoids(mentor, mentee.personId)],
    ['direct-subordination', isSubordinate(mentee, mentor, question)],
    ['format-not-common', !haveCommonFormat(mentee, mentor, question.isRemoteAllowed)],
    ['no-common-time', !haveTime(mentee, mentor, question.isRemoteAllowed)],
  ];
  return rules.flatMap(([rule, holds]) => (holds ? [rule] : []));
}

function avoids({ avoids }: ScoreFacts, personId: Id): boolean {
  return avoids.includes(personId);
}

function isSubordinate(mentee: ScoreFacts, mentor: ScoreFacts, question: EngineQuestion): boolean {
  if (question.formCode === SUPERIOR_FORM || question.kindCode === REVERSE_KIND) return false;
  const heads = (work: Work) => SUPERIOR_POSTS.includes(work.postCode) && isHeldIn(work, question.period);
  return mentor.unitId === mentee.unitId && mentor.work.some(heads);
}

function isHeldIn({ startedOn, endedOn }: Work, period: Period): boolean {
  return startedOn <= period.endedOn && (endedOn === null || endedOn >= period.startedOn);
}

/** Hybrid is both; nothing said is anything that is allowed. */
function haveCommonFormat(mentee: ScoreFacts, mentor: ScoreFacts, isRemoteAllowed: boolean): boolean {
  const meets = ({ formats }: ScoreFacts) => formats.length === 0 || formats.some((format) => format !== 'remote');
  if (meets(mentee) && meets(mentor)) return true;
  const calls = (facts: ScoreFacts) => facts.formats.length === 0 || mayWorkRemotely(facts);
  return isRemoteAllowed && calls(mentee) && calls(mentor);
}

function haveTime(mentee: ScoreFacts, mentor: ScoreFacts, isRemoteAllowed: boolean): boolean {
  if (isRemoteAllowed) return true;
  return commonMinutes(mentee, mentor) !== 0;
}
