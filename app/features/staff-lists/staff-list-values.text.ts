import type { StaffCategory } from './staff-list-values.ts';

/**
 * Qualification categories by the words of staff lists, first match wins; texts as `plainWords` leaves them.
 * Compliance with the post («СЗД») and the abolished second category are no category.
 */
export const CATEGORY_PATTERNS: readonly { category: StaffCategory; pattern: RegExp }[] = [
  { category: 'mentor_teacher', pattern: /наставник/ },
  { category: 'methodist_teacher', pattern: /методист/ },
  {
    category: 'none',
    pattern: /^(б к|бк|без|нет|не имеет|не аттест|сзд|соотв|cоотв|сод( |$)|втор|2|ii|молод|н к|0$|не )/,
  },
  { category: 'highest', pattern: /^выс|(^| )высш|^вкк|^в кк|^вк$|^в$/ },
  { category: 'first', pattern: /^перв|(^| )первая|^1( |$)|^1 ?я|^1 ?к|^i( |$)|^пкк|^1кк/ },
];
