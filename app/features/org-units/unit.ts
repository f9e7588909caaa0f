/**
 * A unit: whatever stands in the tree of the two contours. Four tiers (federation, region, municipality, organisation)
 * and the bodies that work at a tier: ministry, institute, growth centre, authority, methodical service, federal
 * operator and centre, internship sites and partners. Source: methodical recommendations (S2), DOMAIN 1.
 */
export const UNIT_KINDS = [
  'federation',
  'region',
  'municipality',
  'school',
  'college',
  'kindergarten',
  'supplementary_education',
  'university',
  'regional_ministry',
  'regional_institute',
  'professional_growth_center',
  'municipal_authority',
  'municipal_methodical_service',
  'federal_operator',
  'federal_methodical_center',
  'internship_site',
  'partner_organization',
] as const;

/** One kind of unit. */
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Organisations where teachers work and mentorships live. */
export const ORGANISATION_KINDS = [
  'school',
  'college',
  'kindergarten',
  'supplementary_education',
  'university',
] as const;

/** One kind of organisation. */
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

const standsUnder: Record<UnitKind, readonly UnitKind[]> = {
  federation: [],
  region: ['federation'],
  municipality: ['region'],
  school: ['municipality', 'region'],
  college: ['municipality', 'region'],
  kindergarten: ['municipality', 'region'],
  supplementary_education: ['municipality', 'region'],
  university: ['region', 'federation'],
  regional_ministry: ['region'],
  regional_institute: ['region'],
  professional_growth_center: ['region', 'regional_institute'],
  municipal_authority: ['municipality'],
  municipal_methodical_service: ['municipality', 'municipal_authority'],
  federal_operator: ['federation'],
  federal_methodical_center: ['federation'],
  internship_site: ['municipality', 'region', 'federation'],
  partner_organization: ['municipality', 'region', 'federation'],
};

/** Narrows a stored word to a kind. */
export function isUnitKind(word: string): word is UnitKind {
  return UNIT_KINDS.some((kind) => kind === word);
}

/** Whether teachers work here: a school, college, kindergarten, supplementary-education organisation or university. */
export function isOrganisation(kind: string): boolean {
  return ORGANISATION_KINDS.some((known) => known === kind);
}

/** Whether a unit of this kind may stand directly under one of that kind. */
export function mayStandUnder(kind: UnitKind, parent: UnitKind): boolean {
  return standsUnder[kind].includes(parent);
}

/** Kinds under which a unit of this kind may stand. */
export function kindsAbove(kind: UnitKind): readonly UnitKind[] {
  return standsUnder[kind];
}

/** Kinds that may be added directly under a unit of this kind, in the order of `UNIT_KINDS`. */
export function kindsUnder(parent: UnitKind): UnitKind[] {
  return UNIT_KINDS.filter((kind) => mayStandUnder(kind, parent));
}

/** IANA zones of the country, from west to east; the unit's zone decides what "today" is there. */
export const TIME_ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const;

/** One of the country's zones. */
export type TimeZone = (typeof TIME_ZONES)[number];
