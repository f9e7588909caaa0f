import type { OrganisationKind } from '#app/features/org-units/unit.ts';

/**
 * An installation: one running copy of the product. While nobody has an account it may be set up once, by whoever opens
 * it first, or turned into the demonstration region. Source: issue 2, "Two commands".
 */
export type InstallationRule = 'installation-not-empty' | 'clock-too-far';

/** What setting up asks for: the first branch of the tree and the first administrator, who stands at the region. */
export interface SetUp {
  regionName: string;
  timeZone: string;
  municipalityName: string;
  organisationKind: OrganisationKind;
  organisationName: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
  login: string;
  password: string;
  repeat: string;
}

/** Most days the demonstration clock may be moved by at once: a route lasts at most five years. */
export const LONGEST_LEAP_DAYS = 1_830;

/** Farthest the demonstration clock may be from the real one, days: about fifteen years. */
export const FARTHEST_DAYS = 3 * LONGEST_LEAP_DAYS;
