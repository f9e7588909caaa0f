import type { Day } from '#db/schema.ts';
import type { AsideKind } from './staff-list-aside.ts';
import type { ColumnMapping, StaffListField } from './staff-list-columns.ts';

/**
 * A staff list on its way in, in two steps. *Check* reads the file in a worker and finds what each row would do; *apply*
 * does exactly that in one transaction. A list of an organisation records and corrects; a consolidated list of a
 * municipality only records people whom their organisation does not know yet. The same list again changes nothing.
 * Source: issue 2 part 2, RELIABILITY cases 14 and 15, ACCESS (`staffList.import`).
 */
export const STAFF_LIST_STATES = [
  'uploaded',
  'checking',
  'checked',
  'refused',
  'applying',
  'applied',
  'discarded',
] as const;

/** Where a list stands. */
export type StaffListState = (typeof STAFF_LIST_STATES)[number];

/** Whose people a list holds. */
export type StaffListScope = 'organisation' | 'consolidated';

/** What a row of a list would do. */
export const ROW_OUTCOMES = ['new', 'changed', 'unchanged', 'refused', 'unplaced'] as const;

/** One such outcome. `unplaced`: nobody has said, or wanted to say, which organisation the row belongs to. */
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** Rows by outcome. */
export type RowCounts = Record<RowOutcome, number>;

/** What the check found besides the rows. */
export interface StaffListReading {
  /** The day the list is drawn up as of: work whose first day is not written begins on it. */
  asOf: Day;
  /** Every sheet of the file. */
  sheets: { name: string; rows: number }[];
  /** Texts of the first data rows by column; emptied when the list is applied or discarded. */
  preview: string[][];
  /** Meanings without which nobody can be read. */
  missing: StaffListField[];
  /** Rows left out because they are about nobody; the first hundred. */
  skipped: { row: number; kind: AsideKind }[];
  skippedTotal: number;
}

/** Why a row that could be read still cannot be taken, found by comparing it with what is recorded. */
export type MatchRefusalCode =
  | 'ambiguous'
  | 'no-post'
  | 'teaching-before-birth'
  | 'teaching-in-future'
  | 'hired-before-birth'
  | 'employment-overlaps';

/** Why an act upon a list is refused. */
export type StaffListRule =
  | 'no-file'
  | 'file-too-large'
  | 'too-many-waiting'
  | 'unit-has-no-lists'
  | 'unit-closed'
  | 'list-busy'
  | 'list-settled'
  | 'list-not-checked'
  | 'list-outdated'
  | 'mapping-incomplete'
  | 'mapping-repeats'
  | 'organisations-undecided'
  | 'organisation-outside'
  | 'nothing-to-apply';

/** Lists of more rows than this are applied by a job, so that nobody waits for a page. */
export const MOST_ROWS_AT_ONCE = 2_000;

/** Lists of one unit that may wait for a decision at once. */
export const MOST_WAITING_LISTS = 10;

/** The rows that applying a list writes. */
export function rowsToApply(counts: RowCounts): number {
  return counts.new + counts.changed;
}

/** No rows of any outcome. */
export const NO_ROWS: RowCounts = { new: 0, changed: 0, unchanged: 0, refused: 0, unplaced: 0 };

/** A list as far as the rules ask. */
export interface ListInQuestion {
  state: StaffListState;
  mapping: ColumnMapping | null;
  reading: StaffListReading | null;
  counts: RowCounts;
  /** Organisations of the file nobody has decided about. */
  undecided: number;
}

/** What stands against applying a list. */
export function ruleAgainstApplying(list: ListInQuestion): StaffListRule | null {
  const notNow = ruleAgainstCorrecting(list);
  if (notNow !== null) return notNow;
  if (list.reading === null || list.reading.missing.length > 0) return 'mapping-incomplete';
  if (list.undecided > 0) return 'organisations-undecided';
  // A list that changes nothing may still be settled; one that holds nobody has nothing to settle.
  return rowsToApply(list.counts) + list.counts.unchanged === 0 ? 'nothing-to-apply' : null;
}

/** What stands against correcting how a list is read, placing its organisations or checking it again. */
export function ruleAgainstCorrecting(list: Pick<ListInQuestion, 'state'>): StaffListRule | null {
  switch (list.state) {
    case 'uploaded':
    case 'checking':
    case 'applying':
      return 'list-busy';
    case 'checked':
      return null;
    case 'refused':
      return 'list-not-checked';
    case 'applied':
    case 'discarded':
      return 'list-settled';
  }
}

/** What stands against discarding a list. */
export function ruleAgainstDiscarding(list: Pick<ListInQuestion, 'state'>): StaffListRule | null {
  if (list.state === 'applying') return 'list-busy';
  return list.state === 'applied' || list.state === 'discarded' ? 'list-settled' : null;
}
