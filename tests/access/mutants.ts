/**
 * Guards switched off one at a time, inside the test's process. A mutant is on while its name stands in `broken.guard`;
 * the replacements of the modules below ask for it at every call.
 */
export const MUTANTS = [
  'every row is within reach',
  'reading is within reach of everybody',
  'private fields are within reach of readers',
  'what is shared of a route is the whole route',
  'a unit reaches its region',
  'a subtree reaches its region',
  'own reaches the unit',
  'narrowing words are ignored',
  'any role holds any line',
  'the need of a page is ignored',
  'acts do not ask',
  'acts that create do not ask',
  'foreign is told from missing',
  'grants that are over count',
  'grants at closed units count',
  'small numbers are told',
  'a text that was not shown is approved',
  'an act trusts the rights of the opened page',
] as const;

/** Guards behind which the database stands as a second one: switched off, the act must still be refused. */
export const GUARDED_TWICE = ['an author approves his own act'] as const;

/** Name of a mutant. */
export type Mutant = (typeof MUTANTS)[number] | (typeof GUARDED_TWICE)[number];

/** The switch: which guard is off now. */
export const broken: { guard: Mutant | null } = { guard: null };
