import { sql } from 'kysely';
import { grantsFor } from '#app/access/actor.ts';
import { objects } from '#app/access/objects.server.ts';
import { linesOf, type Permission } from '#app/access/policy.ts';
import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { countedFacts } from './monitoring-count.server.ts';
import type { FactSet } from './monitoring-facts.server.ts';
import { COUNTERS, type Counter } from './monitoring-indicators.ts';

/** Permissions any of which, held over a whole unit, opens the records of a set of facts there. */
const permissionsOf: Readonly<Record<FactSet, readonly Permission[]>> = {
  mentorships: ['mentorship.read'],
  planItems: ['programme.read'],
  planPeople: [],
  youngTeachers: ['person.read'],
  mentors: ['person.read'],
  mentorSeats: ['person.read'],
  mentees: ['person.read'],
  routeSteps: ['route.read', 'route.state', 'route.shared'],
  routePeople: [],
  newcomers: ['person.read'],
  highestCategory: ['person.read'],
};

/** Counters whose records need more than their set. */
const narrower: Readonly<Partial<Record<Counter, readonly Permission[]>>> = { labourMentorsPaid: ['stimulus.read'] };

/** Words that narrow a reach to just the records of a counter. */
const fitting: Readonly<Partial<Record<Counter, string>>> = { mentorshipsAcross: 'crossOrganisation' };

/** Counters whose records the actor's roles open in the whole of a unit, and so may be listed behind the number. */
export async function openCounters(ctx: Context, unitId: Id): Promise<Counter[]> {
  const asked = new Map<string, Promise<boolean>>();
  const isOpen = async (counter: Exclude<Counter, 'organisations'>) => {
    const answers = (narrower[counter] ?? permissionsOf[countedFacts[counter].set]).map((permission) => {
      const key = `${permission} ${fitting[counter] ?? ''}`;
      const answer = asked.get(key) ?? holdsOver(ctx, permission, fitting[counter], unitId);
      asked.set(key, answer);
      return answer;
    });
    return (await Promise.all(answers)).some(Boolean);
  };
  const open = COUNTERS.map(async (counter) =>
    counter !== 'organisations' && (await isOpen(counter)) ? [counter] : [],
  );
  return (await Promise.all(open)).flat();
}

async function holdsOver(ctx: Context, permission: Permission, only: string | undefined, unitId: Id): Promise<boolean> {
  const conditions = linesOf(permission).flatMap(([holder, reach]) => {
    const grants = grantsFor(ctx.actor, holder);
    const [how, narrowing] = reach.split('.');
    if (grants.length === 0 || (narrowing !== undefined && narrowing !== only)) return [];
    const units = sql.join(grants.map((grant) => sql`${grant.unitId}::uuid`));
    if (how === 'unit') return [objects.monitoring.inUnits(units)];
    if (how === 'subtree') return [objects.monitoring.inSubtrees(units)];
    const regions = grants.flatMap((grant) => (grant.regionId ? [sql`${grant.regionId}::uuid`] : []));
    return how === 'region' && regions.length > 0 ? [objects.monitoring.inRegions(sql.join(regions))] : [];
  });
  if (conditions.length === 0) return false;
  const { rows } = await sql`
    select 1 from org_unit where org_unit.id = ${unitId} and (${sql.join(conditions, sql` or `)})`.execute(ctx.db);
  return rows.length > 0;
}
