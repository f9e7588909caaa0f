import type { Id } from '#db/schema.ts';

/**
 * A bundle: all papers of a mentorship or of an organisation's calendar year in one file. It is made in the background,
 * for one person, of what that person may read, asked again when the file is given out; kept for a week.
 */
export const BUNDLE_STATES = ['waiting', 'working', 'ready', 'failed', 'cancelled', 'expired'] as const;

/** State of a bundle. */
export type BundleState = (typeof BUNDLE_STATES)[number];

/** One PDF with contents, or a ZIP of DOCX. */
export const BUNDLE_FORMATS = ['pdf', 'docx'] as const;

/** How a bundle is written. */
export type BundleFormat = (typeof BUNDLE_FORMATS)[number];

/** Whose papers. */
export type BundleScope = { mentorshipId: Id; year: null } | { mentorshipId: null; year: number };

/** A paper that may be in a bundle. */
export interface PaperKey {
  kind: 'act' | 'supplement' | 'programme' | 'consent';
  /** The act, the supplement, the mentorship of a programme, the person who consented. */
  id: Id;
}

/** Why a bundle cannot be asked for, cancelled or given out. */
export type BundleRule =
  | 'nothing-to-bundle'
  | 'too-many-papers'
  | 'too-many-bundles'
  | 'bundle-settled'
  | 'bundle-of-nothing'
  | 'rights-changed';

/** Why a bundle failed. */
export const BUNDLE_FAILURES = ['too-heavy', 'rights-lost', 'fault'] as const;

/** One of them. */
export type BundleFailure = (typeof BUNDLE_FAILURES)[number];

/** Papers in one bundle at most. */
export const MOST_PAPERS = 500;

/** Bundles one person waits for at once. */
export const MOST_WAITING = 3;

/** Days a ready bundle is kept. */
export const KEPT_DAYS = 7;

/** Narrows a stored word to a state; an unknown one is a fault of the data. */
export function bundleState(word: string): BundleState {
  const known = BUNDLE_STATES.find((state) => state === word);
  if (!known) throw new Error(`unknown state of a bundle: ${word}`);
  return known;
}

/** Why the making cannot be stopped now; null when it can. */
export function ruleAgainstCancelling(state: BundleState): BundleRule | null {
  return state === 'waiting' || state === 'working' ? null : 'bundle-settled';
}

/** Whose papers a stored bundle holds. */
export function scopeOf(row: { mentorshipId: Id | null; year: number | null }): BundleScope {
  if (row.mentorshipId !== null) return { mentorshipId: row.mentorshipId, year: null };
  if (row.year === null) throw new Error('a bundle is of a mentorship or of a year');
  return { mentorshipId: null, year: row.year };
}

/** One word for a paper, to compare lists of them. */
export function keyWord({ kind, id }: PaperKey): string {
  return `${kind}:${id}`;
}
