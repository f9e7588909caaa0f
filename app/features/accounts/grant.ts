import { mayGrant, policy } from '#app/access/policy.ts';
import type { Role } from '#app/access/roles.ts';
import { ORGANISATION_KINDS, type UnitKind } from '#app/features/org-units/unit.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * A grant: a role of a person at a unit for a period, the only source of rights (D4, D5). Roles of one person in several
 * units never mix. Nobody gives what he could not give, nor to himself. Source: DOMAIN 6.1, ACCESS.
 */
export type GrantRule =
  | 'grant-to-oneself'
  | 'role-above'
  | 'role-not-for-unit'
  | 'grant-unit-closed'
  | 'grant-starts-before-unit'
  | 'grant-ends-before-start'
  | 'grant-ends-in-past'
  | 'grant-already-ended'
  | 'role-grant-overlaps';

const organisations: readonly UnitKind[] = ORGANISATION_KINDS;

const standsAt: Record<Role, readonly UnitKind[] | 'anywhere'> = {
  administrator: 'anywhere',
  auditor: 'anywhere',
  head: organisations,
  curator: organisations,
  mentor: organisations,
  mentee: organisations,
  psychologist: organisations,
  hrOfficer: organisations,
  guardian: organisations,
  municipalCoordinator: ['municipality'],
  methodologist: ['region'],
  tutor: ['professional_growth_center'],
  centreHead: ['professional_growth_center'],
  ministryOfficer: ['region'],
  federalOperator: ['federation'],
  federalCentre: ['federal_methodical_center'],
  partner: ['partner_organization', 'internship_site'],
};

/** Whether the role is held at units of this kind. */
export function standsAtKind(role: Role, kind: UnitKind): boolean {
  const kinds = standsAt[role];
  return kinds === 'anywhere' || kinds.includes(kind);
}

/** What the rules need of the unit a role is given at. */
export interface GrantPlace {
  kind: UnitKind;
  startedOn: Day;
  endedOn: Day | null;
  /** The day it is there now. */
  localDay: Day;
}

/** Why the role may not be held there for this period, whoever gives it. */
export function ruleAgainstPeriod(
  role: Role,
  place: GrantPlace,
  startedOn: Day,
  endedOn: Day | null,
): GrantRule | null {
  if (!standsAtKind(role, place.kind)) return 'role-not-for-unit';
  if (startedOn < place.startedOn) return 'grant-starts-before-unit';
  if (place.endedOn !== null && place.endedOn < startedOn) return 'grant-unit-closed';
  return endedOn !== null && endedOn < startedOn ? 'grant-ends-before-start' : null;
}

/** Why a grant may not end on this last day; the day before its first means it was never held. */
export function ruleAgainstEnding(
  grant: { startedOn: Day; endedOn: Day | null },
  endedOn: Day,
  dayBefore: { start: Day; today: Day },
): GrantRule | null {
  if (grant.endedOn !== null && grant.endedOn <= dayBefore.today) return 'grant-already-ended';
  if (endedOn < dayBefore.start) return 'grant-ends-before-start';
  return endedOn < dayBefore.today && endedOn !== dayBefore.start ? 'grant-ends-in-past' : null;
}

/** The unit of a decision: its kind, and the distance to each unit above it (itself at 0). */
export interface PlaceInTree {
  id: Id;
  kind: string;
  depths: ReadonlyMap<Id, number>;
}

/**
 * Whether one who holds these grants may give (and take) the role at the unit. The reach is that of `grant.manage`, the
 * roles those of `mayGrant`; below the region an administrator is appointed only from a unit above.
 */
export function mayGive(holder: readonly { role: Role; unitId: Id }[], role: Role, place: PlaceInTree): boolean {
  return holder.some((own) => {
    const depth = place.depths.get(own.unitId);
    if (depth === undefined || !reaches(own.role, depth)) return false;
    if (role === 'administrator' && depth === 0 && place.kind !== 'region' && place.kind !== 'federation') return false;
    return mayGrant[own.role]?.includes(role) ?? false;
  });
}

function reaches(role: Role, depth: number): boolean {
  const lines: Partial<Record<string, string>> = policy['grant.manage'];
  const reach = lines[role];
  return reach === 'subtree' || (reach === 'unit' && depth === 0);
}
