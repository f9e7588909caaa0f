import type { Day, Id } from '#db/schema.ts';

/**
 * A local act of an organisation: drawn up from a template, shown word for word to the head, approved by somebody who
 * is not its author, then never changed. The first kind is the order that assigns mentors (DT-05).
 * Sources: DOMAIN 2.2, 7, 9; BR-02, BR-60; RELIABILITY case 10.
 */
export const ACT_STATES = ['draft', 'review', 'returned', 'approved', 'cancelled'] as const;

/** State of an act. */
export type ActState = (typeof ACT_STATES)[number];

/** Narrows a stored word to a state; an unknown one is a fault of the data. */
export function actState(word: string): ActState {
  const known = ACT_STATES.find((state) => state === word);
  if (!known) throw new Error(`unknown state of an act: ${word}`);
  return known;
}

/** Why an act cannot be drawn up, changed or approved. */
export type ActRule =
  | 'nothing-chosen'
  | 'not-consented'
  | 'in-another-order'
  | 'no-head'
  | 'approver-is-author'
  | 'other-signer'
  | 'text-changed'
  | 'text-outdated'
  | 'not-editable'
  | 'not-under-review'
  | 'date-in-future'
  | 'consent-after-order'
  | 'programme-due-in-past';

/** The facts a decision about an act needs. */
export interface ActFacts {
  state: ActState;
  authorId: Id;
  signerId: Id;
  documentHash: string;
}

/** Whether the text may still be changed. */
export function isEditable(state: ActState): boolean {
  return state === 'draft' || state === 'returned';
}

/** Why the text may not be changed, handed in or given up now; null when it may. */
export function ruleAgainstEditing(state: ActState): ActRule | null {
  return isEditable(state) ? null : 'not-editable';
}

/** Why this person may not approve this text now; null when nothing stands against it. */
export function ruleAgainstApproving(
  act: ActFacts,
  decision: { approverId: Id; shownHash: string; registeredOn: Day; today: Day },
): ActRule | null {
  if (act.state !== 'review') return 'not-under-review';
  if (decision.approverId === act.authorId) return 'approver-is-author';
  if (decision.approverId !== act.signerId) return 'other-signer';
  if (decision.shownHash !== act.documentHash) return 'text-changed';
  return decision.registeredOn > decision.today ? 'date-in-future' : null;
}
