import type { Day } from '#db/schema.ts';

/**
 * By which order an organisation's regulation on mentoring is in force: an order that assigns mentors refers to it
 * (BR-62). The regulation itself may be kept on paper; here stands what is needed to name it.
 */
export interface Regulation {
  orderNumber: string;
  approvedOn: Day;
  /** Minutes of the teachers' council, in words; may be empty. */
  minutes: string;
  /** First day in force. */
  startedOn: Day;
}

/** Why a reference is refused. */
export type RegulationRule = 'regulation-approved-after-start' | 'regulation-in-future' | 'regulation-overlaps';

/** What stands against this reference; `previous` is the first day of the one in force. */
export function ruleAgainstRegulation(
  regulation: Regulation,
  previous: Day | null,
  today: Day,
): { rule: RegulationRule; field: string } | null {
  if (regulation.approvedOn > today) return { rule: 'regulation-in-future', field: 'approvedOn' };
  if (regulation.startedOn < regulation.approvedOn)
    return { rule: 'regulation-approved-after-start', field: 'startedOn' };
  return previous !== null && regulation.startedOn <= previous
    ? { rule: 'regulation-overlaps', field: 'startedOn' }
    : null;
}
