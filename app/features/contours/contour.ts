import { addYears } from '#app/core/dates.ts';
import type { Day, Id } from '#db/schema.ts';

/**
 * The two contours: the list of structural components is the same for every organisation, the border is not. Each
 * component stands inside the organisation or outside it, with whoever provides it, since a day and on some ground; one
 * that nobody provides is a gap. Source: REQUIREMENTS 002-1 to 002-7, recommendations of 21.12.2021 section 3, M-02.
 */
export type Place = 'inside' | 'outside';

/** Grounds a head may name; `agreement` and `offer` come with the record they refer to. */
export const GROUND_KINDS = ['order', 'decision', 'other'] as const;

/** On what a location rests. */
export type GroundKind = (typeof GROUND_KINDS)[number] | 'agreement' | 'offer';

/** Why a component is a gap. */
export type GapReason = 'never' | 'ended' | 'providerClosed' | 'agreementOver';

/** Rules an act may break; constraints of the database bear the same codes. */
export type ContourRule =
  | 'contour-unit-closed'
  | 'component-stays-inside'
  | 'component-before-unit'
  | 'component-too-far-ahead'
  | 'component-before-current'
  | 'component-location-overlaps'
  | 'component-needs-one-provider'
  | 'component-provider-closed'
  | 'component-agreement-not-in-force'
  | 'component-needs-ground'
  | 'component-not-placed'
  | 'component-ends-before-start'
  | 'component-ends-later';

/** A component as the directory has it. */
export interface Component {
  code: string;
  name: string;
  shortName: string;
  about: string;
  mayBeOutside: boolean;
}

/** The organisation whose component it is. */
export interface ContourUnit {
  startedOn: Day;
  endedOn: Day | null;
}

/** A period of a component's history. */
export interface LocationPeriod {
  startedOn: Day;
  endedOn: Day | null;
}

/** Why the component cannot be placed there from this day, or null; `latest` is the last period of its history. */
export function ruleAgainstPlacing(
  place: Place,
  from: Day,
  facts: {
    component: Pick<Component, 'mayBeOutside'>;
    unit: ContourUnit;
    latest: LocationPeriod | undefined;
    today: Day;
  },
): ContourRule | null {
  const { component, unit, latest, today } = facts;
  if (unit.endedOn !== null && unit.endedOn < today) return 'contour-unit-closed';
  if (place === 'outside' && !component.mayBeOutside) return 'component-stays-inside';
  if (from < unit.startedOn) return 'component-before-unit';
  if (from > addYears(today, 1)) return 'component-too-far-ahead';
  return latest !== undefined && from < latest.startedOn ? 'component-before-current' : null;
}

/** Why there is nothing to end, or null. */
export function ruleAgainstEndingAtAll(latest: LocationPeriod | undefined, today: Day): ContourRule | null {
  return latest === undefined || (latest.endedOn !== null && latest.endedOn < today) ? 'component-not-placed' : null;
}

/** Why the last period cannot end on this day, or null. */
export function ruleAgainstEnding(latest: LocationPeriod | undefined, endedOn: Day, today: Day): ContourRule | null {
  const nothing = ruleAgainstEndingAtAll(latest, today);
  if (nothing || latest === undefined) return nothing;
  if (endedOn < latest.startedOn) return 'component-ends-before-start';
  if (endedOn > addYears(today, 1)) return 'component-too-far-ahead';
  return latest.endedOn !== null && endedOn > latest.endedOn ? 'component-ends-later' : null;
}

/** The last location begun by a day, with what it leans on. */
export interface Standing extends LocationPeriod {
  providerEndedOn: Day | null;
  agreementStartedOn: Day | null;
  agreementEndedOn: Day | null;
}

/** Why a component is a gap on the day, or null when somebody provides it. The same rule in SQL: `isInForce`. */
export function gapReason(standing: Standing | null, on: Day): GapReason | null {
  if (standing === null) return 'never';
  if (standing.endedOn !== null && standing.endedOn < on) return 'ended';
  if (standing.providerEndedOn !== null && standing.providerEndedOn < on) return 'providerClosed';
  const isAgreed =
    (standing.agreementStartedOn === null || standing.agreementStartedOn <= on) &&
    (standing.agreementEndedOn === null || standing.agreementEndedOn >= on);
  return isAgreed ? null : 'agreementOver';
}

/** A component of an organisation on a day, as pages show it. */
export interface ComponentState extends Component {
  place: Place | null;
  gap: GapReason | null;
  provider: string | null;
  startedOn: Day | null;
  endedOn: Day | null;
  groundKind: GroundKind | null;
  ground: string | null;
}

/** What a head says about who provides a component outside: an agreement, or a unit with a ground. */
export interface OutsideProvider {
  agreementId: Id | null;
  providerUnitId: Id | null;
  groundKind: (typeof GROUND_KINDS)[number];
  ground: string | null;
}

/** The field and the rule, when the choice of an outside provider is not one choice; null otherwise. */
export function ruleAgainstProvider(
  { agreementId, providerUnitId, ground }: OutsideProvider,
  unitId: Id,
): [ContourRule, 'providerUnitId' | 'ground'] | null {
  if ((agreementId === null) === (providerUnitId === null)) return ['component-needs-one-provider', 'providerUnitId'];
  if (providerUnitId === unitId) return ['component-needs-one-provider', 'providerUnitId'];
  return agreementId === null && ground === null ? ['component-needs-ground', 'ground'] : null;
}

/** Version of a component's forms: one, and one more for every act upon its history. */
export function formVersion(periods: readonly { version: number }[]): number {
  return periods.reduce((sum, { version }) => sum + version, 1);
}

/** Narrows a stored word. */
export function placeOf(word: string | null): Place | null {
  return word === 'inside' || word === 'outside' ? word : null;
}

/** Narrows a stored word. */
export function groundKindOf(word: string): GroundKind {
  return ([...GROUND_KINDS, 'agreement', 'offer'] as const).find((kind) => kind === word) ?? 'other';
}
