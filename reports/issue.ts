/**
 * How a document is issued: what stands on its sheets besides the words that were approved. It never changes those
 * words, so it is no part of the document and of its hash.
 */

/** The standard whose requisites are followed: the one in force, or the former one for reprints of older papers. */
export const STANDARDS = ['2025', '2016'] as const;

/** A standard of requisites: GOST R 7.0.97 of that year. */
export type Standard = (typeof STANDARDS)[number];

/** The barcode requisite: the address of the check page and the code to type there by hand. */
export type CheckMark = { address: string; code: string };

/** `check` is null for drafts and wherever nothing can be checked; the standard of 2016 knows no barcode and leaves it out. */
export type Issue = { standard: Standard; check: CheckMark | null };

/** Issued by the standard in force, without a check. */
export const plainIssue: Issue = { standard: '2025', check: null };

/** The barcode that stands on the sheet; null where the standard has none. */
export function checkMarkOf({ standard, check }: Issue): CheckMark | null {
  return standard === '2025' ? check : null;
}
