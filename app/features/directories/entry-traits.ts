import type { TRAITS, Traits } from './directory.ts';

/** The traits out of those ticked in a form. */
export function traitsFrom(ticked: readonly (typeof TRAITS)[number][]): Traits {
  const has = (trait: (typeof TRAITS)[number]) => ticked.includes(trait);
  return {
    underLabourLaw: has('underLabourLaw'),
    needsOrder: has('needsOrder'),
    hasRolesPerTopic: has('hasRolesPerTopic'),
    isEvent: has('isEvent'),
    isGroup: has('isGroup'),
  };
}
