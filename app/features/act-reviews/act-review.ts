import type { ActState } from '../local-acts/local-act.ts';

/**
 * Before the head decides, colleagues may be asked about the text, the teachers' council adopts it and the union gives its
 * opinion where the type asks for that. Each answers once, about exactly the text that was shown: another text asks anew.
 * Sources: DOMAIN 2.2; Labour Code 372; RELIABILITY case 10.
 */
export const ANSWERS = ['agreed', 'commented'] as const;

/** What somebody asked may answer. */
export type Answer = (typeof ANSWERS)[number];

/** Bodies whose word a document may need. */
export const BODIES = ['council', 'union'] as const;

/** One of them. */
export type Body = (typeof BODIES)[number];

/** What the union may say; `absent`: there is none in the organisation. */
export const UNION_OUTCOMES = ['agreed', 'objected', 'absent'] as const;

/** What the union said. */
export type UnionOutcome = (typeof UNION_OUTCOMES)[number];

/** Why an answer or an opinion is refused. */
export type ReviewRule =
  | 'review-over'
  | 'review-text-changed'
  | 'answered-already'
  | 'comment-missing'
  | 'opinion-not-needed'
  | 'minutes-missing'
  | 'minutes-in-future'
  | 'objection-without-reasons';

/** Why this answer cannot be given now; null when it can. */
export function ruleAgainstAnswering(
  act: { state: ActState; documentHash: string },
  answer: { shownHash: string; answer: Answer; comment: string; isAnswered: boolean },
): ReviewRule | null {
  if (answer.isAnswered) return 'answered-already';
  if (act.state !== 'review') return 'review-over';
  if (answer.shownHash !== act.documentHash) return 'review-text-changed';
  return answer.answer === 'commented' && answer.comment === '' ? 'comment-missing' : null;
}

/** Why these minutes or this opinion cannot be recorded; null when they can. */
export function ruleAgainstOpinion(
  opinion: { outcome: string; number: string | null; heldOn: string | null; note: string },
  today: string,
): { rule: ReviewRule; field: string } | null {
  if (opinion.outcome === 'absent') return null;
  if (opinion.number === null) return { rule: 'minutes-missing', field: 'number' };
  if (opinion.heldOn === null) return { rule: 'minutes-missing', field: 'heldOn' };
  if (opinion.heldOn > today) return { rule: 'minutes-in-future', field: 'heldOn' };
  return opinion.outcome === 'objected' && opinion.note === ''
    ? { rule: 'objection-without-reasons', field: 'note' }
    : null;
}
