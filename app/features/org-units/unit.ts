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

/** The level of administration a unit stands at. */
export type Tier = 'federal' | 'regional' | 'municipal' | 'organisation';

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

/** Bodies that serve a tier; they have neither classes nor mentorships of their own. */
export const BODY_KINDS = [
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

const places: Record<UnitKind, { tier: Tier; under: readonly UnitKind[] }> = {
  federation: { tier: 'federal', under: [] },
  region: { tier: 'regional', under: ['federation'] },
  municipality: { tier: 'municipal', under: ['region'] },
  school: { tier: 'organisation', under: ['municipality', 'region'] },
  college: { tier: 'organisation', under: ['municipality', 'region'] },
  kindergarten: { tier: 'organisation', under: ['municipality', 'region'] },
  supplementary_education: { tier: 'organisation', under: ['municipality', 'region'] },
  university: { tier: 'organisation', under: ['region', 'federation'] },
  regional_ministry: { tier: 'regional', under: ['region'] },
  regional_institute: { tier: 'regional', under: ['region'] },
  professional_growth_center: { tier: 'regional', under: ['region', 'regional_institute'] },
  municipal_authority: { tier: 'municipal', under: ['municipality'] },
  municipal_methodical_service: { tier: 'municipal', under: ['municipality', 'municipal_authority'] },
  federal_operator: { tier: 'federal', under: ['federation'] },
  federal_methodical_center: { tier: 'federal', under: ['federation'] },
  internship_site: { tier: 'organisation', under: ['municipality', 'region', 'federation'] },
  partner_organization: { tier: 'organisation', under: ['municipality', 'region', 'federation'] },
};

/** Narrows a stored word to a kind. */
export function isUnitKind(word: string): word is UnitKind {
  return UNIT_KINDS.some((kind) => kind === word);
}

/** The tier a kind stands at. */
export function tierOf(kind: UnitKind): Tier {
  return places[kind].tier;
}

/** Whether teachers work here: a school, college, kindergarten, supplementary-education organisation or university. */
export function isOrganisation(kind: string): boolean {
  return ORGANISATION_KINDS.some((known) => known === kind);
}

/** Whether a unit of this kind may stand directly under one of that kind. */
export function mayStandUnder(kind: UnitKind, parent: UnitKind): boolean {
  return places[kind].under.includes(parent);
}

/** Kinds under which a unit of this kind may stand. */
export function kindsAbove(kind: UnitKind): readonly UnitKind[] {
  return places[kind].under;
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
