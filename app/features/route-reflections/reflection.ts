import type { Day, Id } from '#db/schema.ts';

/**
 * Looking back (position 7): once a year and at the end, the owner says for each deficit how it stands, how near the
 * target image has come, and answers four statements of motivation. Source: 002-41, 002-42, BR-25, DT-15.
 */
export const PROGRESS = ['closed', 'smaller', 'same'] as const;

/** How a deficit stands. */
export type Progress = (typeof PROGRESS)[number];

/** Statements of motivation, each answered from 1 to 5. */
export const MOTIVES = ['interest', 'meaning', 'confidence', 'readiness'] as const;

/** One statement. */
export type Motive = (typeof MOTIVES)[number];

/** Answers to the four statements. */
export type Motivation = Record<Motive, number>;

/** Kinds of reflection. */
export type ReflectionKind = 'yearly' | 'final';

/** Why a reflection is refused; constraint names of the database among them. */
export type ReflectionRule =
  | 'reflection-misses-deficit'
  | 'reflection-already-made'
  | 'reflection-too-early'
  | 'cycle-unknown'
  | 'final-needs-finished-steps'
  | 'motivation-already-told';

/** What is said of one deficit. */
export interface DeficitView {
  deficitId: Id;
  progress: Progress;
  note: string;
}

/** Why the deficits named do not cover those asked about; null when they do. Source: BR-25. */
export function ruleAgainstDeficits(
  asked: readonly { id: Id }[],
  told: readonly { deficitId: Id }[],
): ReflectionRule | null {
  const named = new Set(told.map(({ deficitId }) => deficitId));
  return asked.every(({ id }) => named.has(id)) ? null : 'reflection-misses-deficit';
}

/** Why a year cannot be looked back upon on the day; null when it can: from its day of review on. */
export function ruleAgainstYear(
  cycle: { reviewOn: Day; reviewedOn: Day | null } | null,
  today: Day,
): ReflectionRule | null {
  if (!cycle) return 'cycle-unknown';
  if (cycle.reviewedOn !== null) return 'reflection-already-made';
  return today < cycle.reviewOn ? 'reflection-too-early' : null;
}

/** Motivation as one number, 1 to 5. */
export function motivationOf(told: Motivation): number {
  return MOTIVES.reduce((sum, motive) => sum + told[motive], 0) / MOTIVES.length;
}
