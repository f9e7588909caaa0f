import type { Context } from '#app/core/context.server.ts';
import { addDays } from '#app/core/dates.ts';
import type { Day } from '#db/schema.ts';
import type { LockedRoute } from '../educational-routes/locked-route.server.ts';
import { areaOf, stepKind } from '../educational-routes/route.ts';
import { correcting } from '../educational-routes/route-revision.server.ts';
import { PRESENTATION_LEVELS, wholePlan } from '../educational-routes/route-step.ts';
import { moveText } from './move.text.ts';

/**
 * Moves the open steps due in or after a rest by its length, each inside the route; the former days are kept as a
 * revision once the roadmap is agreed (BR-24). Gives how many were moved.
 */
export async function shiftSteps(tx: Context, route: LockedRoute, days: number, since: Day): Promise<number> {
  const rows = await tx.db
    .selectFrom('routeStep')
    .select(['id', 'kind', 'areaCode', 'title', 'expectedProduct', 'startedOn', 'dueOn', 'goal', 'alternatives'])
    .select(['choiceReason', 'organisation', 'registerNumber', 'hours', 'presentationForm', 'presentationLevel'])
    .select(['presentationPlace', 'presentedOn', 'version'])
    .where('routeId', '=', route.id)
    .where('closedOn', 'is', null)
    .where('dueOn', '>=', since)
    .where('areaCode', 'is not', null)
    .orderBy('id')
    .execute();
  if (rows.length === 0) return 0;
  const why = { cause: 'requests', reason: moveText.shiftReason } as const;
  await correcting(tx, route, why, async () => {
    const changes = [];
    for (const { id, version, kind, areaCode, presentationLevel, ...columns } of rows) {
      const level = PRESENTATION_LEVELS.find((known) => known === presentationLevel) ?? null;
      const area = areaOf(areaCode);
      if (area === null) continue;
      const before = wholePlan({ ...columns, kind: stepKind(kind), area, presentationLevel: level });
      const dueOn = earliest(addDays(before.dueOn, days), route.endedOn);
      const startedOn = before.startedOn < since ? before.startedOn : earliest(addDays(before.startedOn, days), dueOn);
      const moved = { startedOn, dueOn, version: version + 1 };
      await tx.db.updateTable('routeStep').set(moved).where('id', '=', id).execute();
      changes.push({ stepId: id, before, after: { ...before, startedOn, dueOn } });
    }
    return changes;
  });
  return rows.length;
}

function earliest(one: Day, other: Day): Day {
  return one < other ? one : other;
}
