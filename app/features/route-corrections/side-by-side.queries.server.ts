import type { Context } from '#app/core/context.server.ts';
import { formatDay } from '#app/core/dates.ts';
import type { Id } from '#db/schema.ts';
import { planBefore } from '../educational-routes/route-revision.ts';
import { changedFields, type WholePlan } from '../educational-routes/route-step.ts';
import { findPlanNow, listChangesSince } from './revision.queries.server.ts';
import { revisionText } from './revision.text.ts';
import { shownField } from './shown-plan.ts';

/** Why a step was chosen is written for those who see the whole route. */
const PERSONAL = new Set<keyof WholePlan>(['alternatives', 'choiceReason']);

/** One field that a revision changed, or a step it added (`field` null). */
interface ShownChange {
  stepId: Id;
  title: string;
  field: keyof WholePlan | null;
  before: string;
  after: string;
}

/** The changes of a revision field by field, and the whole plan before beside the plan after it. */
export async function findSideBySide(ctx: Context, revision: { routeId: Id; number: number; seesWhole: boolean }) {
  const [now, since] = await Promise.all([
    findPlanNow(ctx, revision.routeId),
    listChangesSince(ctx, revision.routeId, revision.number),
  ]);
  const before = planBefore(now, since, revision.number);
  const after = planBefore(now, since, revision.number + 1);
  const own = since.find(({ number }) => number === revision.number)?.changes ?? [];
  const changes = own.flatMap((change): ShownChange[] => {
    const { stepId, before: was, after: is } = change;
    const line = { stepId, title: is.title };
    if (!was) return [{ ...line, field: null, before: revisionText.absent, after: lineOf(is) }];
    const fields = changedFields(was, is).filter((field) => revision.seesWhole || !PERSONAL.has(field));
    return fields.map((field) => ({ ...line, field, before: shownField(was, field), after: shownField(is, field) }));
  });
  const plan = [...after].map(([stepId, is]) => {
    const was = before.get(stepId);
    const isChanged = !was || changedFields(was, is).length > 0;
    return { stepId, before: was ? lineOf(was) : null, after: lineOf(is), isChanged };
  });
  return { changes, plan };
}

function lineOf({ title, startedOn, dueOn }: WholePlan): string {
  return revisionText.planLine(title, formatDay(startedOn), formatDay(dueOn));
}
