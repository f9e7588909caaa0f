import type { Context } from '#app/core/context.server.ts';
import { makeScenario, solveWaiting } from '#app/demo/factories/scenarios.ts';
import { pinPair } from '#app/features/scenarios/scenario-pin.operations.server.ts';
import type { Id } from '#db/schema.ts';
import type { World } from '#tests/support/world.ts';
import type { Canary, Marks } from './canary-marks.ts';

/** A solved scenario of an organisation, one of its placed mentees, and a ban of that mentee with another mentor. */
export async function scenarioOf(
  world: World,
  marks: Marks,
  curator: Context,
  { unitId, about }: { unitId: Id; about: Canary },
): Promise<{ scenario: Id; scenarioMentee: Id; scenarioPin: Id }> {
  const name = marks.word('scenarioWords', about);
  const { id: scenario } = await makeScenario(curator, { unitId }, { name, pool: 'all' });
  await solveWaiting(world.system);
  const placed = await world.db
    .selectFrom('scenarioMentee')
    .select(['personId', 'mentorId'])
    .where('scenarioId', '=', scenario)
    .where('mentorId', 'is not', null)
    .orderBy('position')
    .executeTakeFirstOrThrow();
  const other = await world.db
    .selectFrom('scenarioMentor')
    .select('personId')
    .where('scenarioId', '=', scenario)
    .where('personId', 'not in', [placed.personId, placed.mentorId ?? ''])
    .orderBy('position')
    .executeTakeFirstOrThrow();
  const reason = marks.word('scenarioWords', about);
  await pinPair(curator, scenario, { menteeId: placed.personId, mentorId: other.personId, kind: 'ban', reason });
  const pin = await world.db
    .selectFrom('scenarioPin')
    .select('id')
    .where('scenarioId', '=', scenario)
    .executeTakeFirstOrThrow();
  return { scenario, scenarioMentee: placed.personId, scenarioPin: pin.id };
}
