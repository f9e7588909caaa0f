import type { Id } from '#db/schema.ts';
import type { WholePlan } from './route-step.ts';

/**
 * A correction of a roadmap that had been completed: an addition or change with one of three causes; what stood there
 * before stays readable. Source: 002-40, BR-24.
 */
export const REVISION_CAUSES = ['education', 'requests', 'organisation'] as const;

/** What changed: education, the requests of the teacher, the organisation. */
export type RevisionCause = (typeof REVISION_CAUSES)[number];

/** One step of a revision; `before` null for a step added. */
export interface RevisionChange {
  stepId: Id;
  before: WholePlan | null;
  after: WholePlan;
}

/** Why a change of the plan is refused without a cause; null when it may be made. */
export function ruleAgainstCorrecting(
  isAgreed: boolean,
  correction: { cause?: RevisionCause | null; reason?: string } | undefined,
): 'correction-needs-cause' | null {
  if (!isAgreed) return null;
  return correction?.cause && correction.reason?.trim() ? null : 'correction-needs-cause';
}

/**
 * The plan of every step before the revision with this number, by step: later changes are undone from the newest to
 * the oldest. Steps added since are absent.
 */
export function planBefore(
  now: ReadonlyMap<Id, WholePlan>,
  revisions: readonly { number: number; changes: readonly RevisionChange[] }[],
  number: number,
): Map<Id, WholePlan> {
  const plan = new Map(now);
  const undone = revisions.filter((one) => one.number >= number).sort((a, b) => b.number - a.number);
  for (const { changes } of undone) {
    for (const { stepId, before } of changes) {
      if (before) plan.set(stepId, before);
      else plan.delete(stepId);
    }
  }
  return plan;
}
