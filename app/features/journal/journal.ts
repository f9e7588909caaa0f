import type { Id } from '#db/schema.ts';

/**
 * The journal: one line an act, written in the act's own transaction (D6). Who, when, what, before and after;
 * nothing is ever changed or removed. Source: M-33, RELIABILITY case 30.
 */
export interface JournalLine {
  /** Operation that acted, such as `proposeMentorship`; its Russian name is in `journal.text.ts`. */
  act: string;
  /** Table of the object. */
  objectKind: string;
  objectId: Id;
  /** Unit the object belongs to; null at the federal tier. */
  unitId: Id | null;
  regionId: Id | null;
  /** Whose data it is, when it is one person's. */
  personId?: Id | null;
  /** Changed fields before; omitted when the object is new. */
  before?: Record<string, unknown>;
  /** Changed fields after; no texts of confidential content, only that they changed. */
  after?: Record<string, unknown>;
}
