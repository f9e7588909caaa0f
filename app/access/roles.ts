/** The roles a person may hold at a unit (DOMAIN 6.1). Their Russian names are in `roles.text.ts`. */
export const ROLES = [
  'administrator',
  'auditor',
  'head',
  'curator',
  'mentor',
  'mentee',
  'psychologist',
  'hrOfficer',
  'municipalCoordinator',
  'methodologist',
  'tutor',
  'centreHead',
  'ministryOfficer',
  'federalOperator',
  'federalCentre',
  'partner',
  'guardian',
] as const;

/** One role. */
export type Role = (typeof ROLES)[number];

/** Narrows a stored word to a role. */
export function isRole(word: string): word is Role {
  return ROLES.some((role) => role === word);
}
