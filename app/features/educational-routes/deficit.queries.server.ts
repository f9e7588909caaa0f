import type { Context } from '#app/core/context.server.ts';
import type { Id } from '#db/schema.ts';
import { areaOf } from './route.ts';
import { isAgreed } from './route-revision.server.ts';
import type { Gap } from './route-step-fields.tsx';

/** What the form of a step needs to know: deficits open now, and whether the roadmap is agreed. The reach is the caller's. */
export async function findStepChoices(ctx: Context, routeId: Id): Promise<{ gaps: Gap[]; isAgreed: boolean }> {
  const [rows, agreed] = await Promise.all([
    ctx.db
      .selectFrom('routeDeficit')
      .innerJoin('competenceArea', 'competenceArea.code', 'routeDeficit.areaCode')
      .select(['routeDeficit.areaCode', 'routeDeficit.description'])
      .where('routeDeficit.routeId', '=', routeId)
      .where('routeDeficit.closedOn', 'is', null)
      .orderBy('competenceArea.position')
      .execute(),
    isAgreed(ctx, routeId),
  ]);
  const gaps = rows.flatMap(({ areaCode, description }) => {
    const area = areaOf(areaCode);
    return area ? [{ area, description }] : [];
  });
  return { gaps, isAgreed: agreed };
}
