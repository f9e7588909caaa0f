import type { Context } from '#app/core/context.server.ts';
import { dayOf } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import { fullName } from '../people/person-name.ts';
import { pinsToCount, type StoredScenario } from './locked-scenario.server.ts';
import { findScenarioTask } from './pool.queries.server.ts';
import { questionOf } from './scenarios.jobs.server.ts';

/** How the people of a scenario have changed since it was solved. */
export interface ScenarioChanges {
  /** Mentees who no longer wait. */
  gone: string[];
  /** People who wait now and were not counted. */
  come: string[];
  /** Mentors who no longer work here. */
  mentorsGone: string[];
  mentorsCome: string[];
  /** Mentors with fewer places than were counted on. */
  fuller: string[];
  /** Others about whom something has changed. */
  changed: string[];
}

interface Counted {
  personId: Id;
  factsHash: string;
  capacity: number;
  used: number;
}

/** What has changed since; null when nothing has. Asked of a solved scenario that was found within reach. */
export async function findChanges(ctx: Context, scenario: StoredScenario): Promise<ScenarioChanges | null> {
  const at = { ...ctx, today: dayOf(ctx.now, scenario.timeZone), timeZone: scenario.timeZone };
  const task = await findScenarioTask(at, questionOf(scenario), await pinsToCount(ctx, scenario.id));
  const mentees = await ctx.db
    .selectFrom('scenarioMentee')
    .select(['personId', 'factsHash'])
    .where('scenarioId', '=', scenario.id)
    .orderBy('position')
    .execute();
  const mentors: Counted[] = await ctx.db
    .selectFrom('scenarioMentor')
    .select(['personId', 'factsHash', 'capacity', 'used'])
    .where('scenarioId', '=', scenario.id)
    .orderBy('position')
    .execute();
  const menteesNow = new Map(task.mentees.map(({ facts, factsHash }) => [facts.personId, factsHash]));
  const mentorsNow = new Map(task.mentors.map((one) => [one.facts.personId, one]));
  const isFuller = ({ personId, used }: Counted) => (mentorsNow.get(personId)?.capacity ?? used) < used;
  const isChanged = (now: string | undefined, then: string) => now !== undefined && now !== then;
  const ids = {
    gone: mentees.filter(({ personId }) => !menteesNow.has(personId)).map(({ personId }) => personId),
    come: newIn(menteesNow.keys(), mentees),
    mentorsGone: mentors.filter(({ personId }) => !mentorsNow.has(personId)).map(({ personId }) => personId),
    mentorsCome: newIn(mentorsNow.keys(), mentors),
    fuller: mentors.filter(isFuller).map(({ personId }) => personId),
    changed: [
      ...mentees.filter((one) => isChanged(menteesNow.get(one.personId), one.factsHash)),
      ...mentors.filter((one) => isChanged(mentorsNow.get(one.personId)?.factsHash, one.factsHash) && !isFuller(one)),
    ].map(({ personId }) => personId),
  };
  const all = [...new Set(Object.values(ids).flat())];
  if (all.length === 0) return null;
  const names = await namesOf(ctx, all);
  const named = (list: readonly Id[]) => [...new Set(list)].map((id) => names.get(id) ?? '').sort();
  return {
    gone: named(ids.gone),
    come: named(ids.come),
    mentorsGone: named(ids.mentorsGone),
    mentorsCome: named(ids.mentorsCome),
    fuller: named(ids.fuller),
    changed: named(ids.changed),
  };
}

function newIn(now: Iterable<Id>, then: readonly { personId: Id }[]): Id[] {
  const known = new Set(then.map(({ personId }) => personId));
  return [...now].filter((id) => !known.has(id));
}

async function namesOf(ctx: Context, ids: readonly Id[]): Promise<Map<Id, string>> {
  const rows = await ctx.db
    .selectFrom('person')
    .select(['id', 'lastName', 'firstName', 'middleName'])
    .where('id', 'in', [...ids])
    .orderBy('id')
    .execute();
  return new Map(rows.map(({ id, ...name }) => [id, fullName(name)]));
}
