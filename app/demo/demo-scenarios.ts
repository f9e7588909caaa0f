import { pinPair } from '#app/features/scenarios/scenario-pin.operations.server.ts';
import type { Database } from '#db/database.ts';
import type { Day } from '#db/schema.ts';
import type { DemoStaff } from './demo-people.ts';
import { personOn, systemOn } from './demo-time.ts';
import { makeScenario, solveWaiting } from './factories/scenarios.ts';

/** Leaves two scenarios at a school to look at beside each other: the second without one pair of the first. */
export async function liveScenarios(db: Database, staff: DemoStaff, today: Day): Promise<void> {
  const curator = await personOn(db, staff.curator, today);
  const unitId = staff.organisation.id;
  const first = await makeScenario(curator, { unitId }, { name: 'Осенний подбор', pool: 'all' });
  await solveWaiting(systemOn(db, today));
  const placed = await db
    .selectFrom('scenarioMentee')
    .select(['personId as menteeId', 'mentorId'])
    .where('scenarioId', '=', first.id)
    .where('mentorId', 'is not', null)
    .orderBy('position')
    .executeTakeFirst();
  if (!placed?.mentorId) return;
  const { menteeId, mentorId } = placed;
  await pinPair(curator, first.id, { menteeId, mentorId, kind: 'ban', reason: 'Расписание не сходится второй год' });
  const again = { name: 'Осенний подбор, без одной пары', pool: 'all', isRemoteAllowed: true } as const;
  await makeScenario(curator, { unitId, basedOnId: first.id }, again);
  await solveWaiting(systemOn(db, today));
}
