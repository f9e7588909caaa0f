import type { Context } from '#app/core/context.server.ts';
import { makeScenario, solveWaiting } from '#app/demo/factories/scenarios.ts';
import { canonicalJson } from '#app/features/scenarios/canonical.ts';
import type { ScenarioTerms } from '#app/features/scenarios/scenario.ts';
import type { Id } from '#db/schema.ts';
import { actorWith, hire, hireYoung, type World } from '#tests/support/world.ts';

/** A school with people on both sides and its curator. */
export interface StaffedSchool {
  unitId: Id;
  curator: Awaited<ReturnType<typeof actorWith>>;
  mentors: Id[];
  mentees: Id[];
}

const SUBJECTS = ['математика', 'физика', 'химия', 'история', 'русский язык'];
const CATEGORIES = ['first', 'highest', 'mentor_teacher'] as const;

/** Hires so many experienced and so many young teachers of five subjects. */
export async function staffed(
  world: World,
  unitId: Id,
  { mentors, mentees }: { mentors: number; mentees: number },
): Promise<StaffedSchool> {
  const school: StaffedSchool = {
    unitId,
    curator: await actorWith(world, 'curator', unitId),
    mentors: [],
    mentees: [],
  };
  const work = (index: number, startedOn: string) => {
    return { postCode: 'teacher', subject: SUBJECTS[index % SUBJECTS.length] ?? '', startedOn };
  };
  for (let index = 0; index < mentors; index += 1) {
    const since = `${1995 + (index % 20)}-09-01`;
    const category = CATEGORIES[index % CATEGORIES.length];
    school.mentors.push(
      await hire(world, unitId, { employment: work(index, '2015-09-01'), teachingSince: since, category }),
    );
  }
  for (let index = 0; index < mentees; index += 1) {
    school.mentees.push(await hireYoung(world, unitId, { employment: work(index * 2, '2026-09-01') }));
  }
  return school;
}

/** Asks for a scenario and has it solved. */
export async function solved(
  world: World,
  ctx: Context,
  unitId: Id,
  overrides: Partial<ScenarioTerms> & { basedOnId?: Id } = {},
): Promise<Id> {
  const { basedOnId, ...terms } = overrides;
  const { id } = await makeScenario(ctx, { unitId, basedOnId: basedOnId ?? null }, terms);
  await solveWaiting(world.system);
  return id;
}

/** The stored scenario. */
export function storedRow(world: World, id: Id) {
  return world.db.selectFrom('matchingScenario').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
}

/** Everything stored of an answer, byte by byte. */
export async function storedBytes(world: World, id: Id): Promise<string> {
  const mentors = await world.db
    .selectFrom('scenarioMentor')
    .select(['position', 'personId', 'factsHash', 'capacity', 'used', 'explanation'])
    .where('scenarioId', '=', id)
    .orderBy('position')
    .execute();
  const { figures } = await storedRow(world, id);
  return canonicalJson({ mentors, mentees: await storedOutcomes(world, id), figures });
}

/** The outcomes of a scenario in their order. */
export function storedOutcomes(world: World, id: Id) {
  return world.db
    .selectFrom('scenarioMentee')
    .select(['position', 'personId', 'factsHash', 'mentorId', 'total', 'isPinned', 'explanation'])
    .select(['mentorshipId', 'refusalCode'])
    .where('scenarioId', '=', id)
    .orderBy('position')
    .execute();
}
