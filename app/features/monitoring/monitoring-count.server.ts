import { type RawBuilder, sql } from 'kysely';
import type { Context } from '#app/core/context.server.ts';
import { ORGANISATION_KINDS } from '#app/features/org-units/unit.ts';
import type { Id } from '#db/schema.ts';
import {
  type FactSet,
  type Facts,
  mentorshipFacts,
  planItemFacts,
  planPeopleFacts,
  routePeopleFacts,
  routeStepFacts,
  type Scope,
} from './monitoring-facts.server.ts';
import { COUNTERS, type Counter, type Counters } from './monitoring-indicators.ts';
import {
  highestCategoryFacts,
  menteeFacts,
  mentorFacts,
  mentorSeatFacts,
  newcomerFacts,
  youngTeacherFacts,
} from './monitoring-people-facts.server.ts';
import { type Period, type Span, spanOf } from './monitoring-period.ts';

/** The query of each set of facts. */
export const factQueries: Readonly<Record<FactSet, (scope: Scope, span: Span) => Facts>> = {
  mentorships: mentorshipFacts,
  planItems: planItemFacts,
  planPeople: planPeopleFacts,
  youngTeachers: youngTeacherFacts,
  mentors: mentorFacts,
  mentorSeats: mentorSeatFacts,
  mentees: menteeFacts,
  routeSteps: routeStepFacts,
  routePeople: routePeopleFacts,
  newcomers: newcomerFacts,
  highestCategory: highestCategoryFacts,
};

/** Which facts a counter counts: all of the set, or those with the flag. */
export const countedFacts: Readonly<Record<Exclude<Counter, 'organisations'>, { set: FactSet; flag: string | null }>> =
  {
    mentorships: { set: 'mentorships', flag: null },
    mentorshipsFullPapers: { set: 'mentorships', flag: 'full_papers' },
    mentorshipsAcross: { set: 'mentorships', flag: 'across' },
    planItemsDue: { set: 'planItems', flag: null },
    planItemsOnTime: { set: 'planItems', flag: 'on_time' },
    planPeople: { set: 'planPeople', flag: null },
    planPeopleOnTime: { set: 'planPeople', flag: 'on_time' },
    planPeopleLate: { set: 'planPeople', flag: 'late' },
    youngTeachers: { set: 'youngTeachers', flag: null },
    youngTeachersMentored: { set: 'youngTeachers', flag: 'mentored' },
    mentors: { set: 'mentors', flag: null },
    labourMentors: { set: 'mentors', flag: 'labour' },
    labourMentorsPaid: { set: 'mentors', flag: 'labour_paid' },
    mentorSeats: { set: 'mentorSeats', flag: null },
    mentees: { set: 'mentees', flag: null },
    menteesInnovating: { set: 'mentees', flag: 'innovating' },
    routeStepsDue: { set: 'routeSteps', flag: null },
    routeStepsClosed: { set: 'routeSteps', flag: 'closed' },
    routePeople: { set: 'routePeople', flag: null },
    routePeopleClosed: { set: 'routePeople', flag: 'closed' },
    routePeopleOpen: { set: 'routePeople', flag: 'open' },
    newcomers: { set: 'newcomers', flag: null },
    newcomersStayed: { set: 'newcomers', flag: 'stayed' },
    highestCategory: { set: 'highestCategory', flag: null },
    mentorCategory: { set: 'highestCategory', flag: 'above' },
  };

/** Kinds of units that only sum up what stands below them. */
export const TIER_KINDS = ['federation', 'region', 'municipality'] as const;

/** Units other than tiers, of a list, that exist in the span: those that have counters of their own. */
export function countedUnits(span: Span): RawBuilder<boolean> {
  return sql<boolean>`(not org_unit.kind = any(${[...TIER_KINDS]}) and org_unit.started_on <= ${span.cut}::date
    and (org_unit.ended_on is null or org_unit.ended_on >= ${span.from}::date))`;
}

/**
 * Counters of organisations and bodies in a period as of `tx.today`, from the facts; one statement a set of facts,
 * whatever the number of units. Units that do not exist in the period, and tiers, are absent; so is everything when
 * the period has not begun.
 */
export async function countOrganisations(
  tx: Context,
  unitIds: readonly Id[],
  period: Period,
): Promise<Map<Id, Counters>> {
  const counted = new Map<Id, Partial<Record<Counter, number>>>();
  const span = spanOf(period, tx.today);
  if (!span || unitIds.length === 0) return counted;
  const units = await sql<{ id: Id; kind: string }>`
    select id, kind from org_unit where id = any(${[...unitIds]}::uuid[]) and ${countedUnits(span)}`.execute(tx.db);
  for (const unit of units.rows) {
    const isOrganisation = ORGANISATION_KINDS.some((kind) => kind === unit.kind);
    counted.set(unit.id, isOrganisation ? { organisations: 1 } : {});
  }
  const ids = [...counted.keys()];
  const scope: Scope = (column) => sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`;
  for (const set of Object.keys(factQueries).filter(isFactSet)) {
    for (const row of await countSet(tx, set, scope, span)) {
      const counters = counted.get(row.unitId);
      if (counters) for (const [counter, value] of row.values) if (value > 0) counters[counter] = value;
    }
  }
  return counted;
}

type Counted = { unitId: Id; values: [Counter, number][] };

async function countSet(tx: Context, set: FactSet, scope: Scope, span: Span): Promise<Counted[]> {
  const counters = COUNTERS.filter((counter) => counter !== 'organisations' && countedFacts[counter].set === set);
  const sums = counters.map((counter) => {
    const flag = counter === 'organisations' ? null : countedFacts[counter].flag;
    return flag ? sql`count(*) filter (where ${sql.ref(`fact.${flag}`)})` : sql`count(*)`;
  });
  const { rows } = await sql<{ unitId: Id; numbers: number[] }>`
    select fact.unit_id, array[${sql.join(sums)}]::bigint[] as numbers
    from (${factQueries[set](scope, span)}) fact group by fact.unit_id`.execute(tx.db);
  return rows.map((row) => ({
    unitId: row.unitId,
    values: counters.map((counter, index) => [counter, row.numbers[index] ?? 0]),
  }));
}

function isFactSet(word: string): word is FactSet {
  return word in factQueries;
}
