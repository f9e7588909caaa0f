import type { Day, Id } from '#db/schema.ts';
import { actTypeOf, type SignatureKind } from './act-type.ts';

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
  | 'programme-due-in-past'
  | 'not-author'
  | 'review-waiting'
  | 'review-due-in-past'
  | 'reviewer-unknown'
  | 'council-missing'
  | 'union-missing'
  | 'signature-refused'
  | 'force-before-number';

/** The facts a decision about an act needs. */
export interface ActFacts {
  kind: string;
  state: ActState;
  authorId: Id;
  signerId: Id;
  documentHash: string;
  /** Those asked who have neither answered nor let the term pass. */
  reviewersWaiting: number;
  /** The council adopted exactly this text. */
  isAdopted: boolean;
  /** The union's opinion of exactly this text is known. */
  hasUnionOpinion: boolean;
}

/** What the head decides: the text that was shown, the day of the number, the first day in force, how it is signed. */
export interface Approval {
  approverId: Id;
  shownHash: string;
  registeredOn: Day;
  inForceOn: Day;
  signatureKind: SignatureKind;
  today: Day;
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
export function ruleAgainstApproving(act: ActFacts, decision: Approval): ActRule | null {
  if (act.state !== 'review') return 'not-under-review';
  if (decision.approverId === act.authorId) return 'approver-is-author';
  if (decision.approverId !== act.signerId) return 'other-signer';
  if (decision.shownHash !== act.documentHash) return 'text-changed';
  return ruleAgainstUnready(act) ?? ruleAgainstDays(decision) ?? ruleAgainstSignature(act.kind, decision.signatureKind);
}

/** What the text still waits for before the head may decide. */
function ruleAgainstUnready(act: ActFacts): ActRule | null {
  const type = actTypeOf(act.kind);
  if (act.reviewersWaiting > 0) return 'review-waiting';
  if (type.needsCouncil && !act.isAdopted) return 'council-missing';
  return type.needsUnion && !act.hasUnionOpinion ? 'union-missing' : null;
}

function ruleAgainstDays({ registeredOn, inForceOn, today }: Approval): ActRule | null {
  if (registeredOn > today) return 'date-in-future';
  return inForceOn < registeredOn ? 'force-before-number' : null;
}

/** Why a document of this kind may not be signed so; null when it may (Labour Code 22.1–22.3). */
export function ruleAgainstSignature(kind: string, signatureKind: SignatureKind): ActRule | null {
  return actTypeOf(kind).signatureKinds.includes(signatureKind) ? null : 'signature-refused';
}

/** Which field of the decision a refusal is about; undefined when it is about the whole. */
export function fieldOfRefusal(rule: ActRule): 'registeredOn' | 'inForceOn' | 'signatureKind' | undefined {
  if (rule === 'date-in-future') return 'registeredOn';
  if (rule === 'force-before-number') return 'inForceOn';
  return rule === 'signature-refused' ? 'signatureKind' : undefined;
}
