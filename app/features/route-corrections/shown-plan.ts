import { formatDay } from '#app/core/dates.ts';
import { presentationLevelNames, stepKindNames } from '../educational-routes/route.text.ts';
import type { WholePlan } from '../educational-routes/route-step.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { revisionText } from './revision.text.ts';

/** A field of a plan as people read it. */
export function shownField(plan: WholePlan, field: keyof WholePlan): string {
  switch (field) {
    case 'kind':
      return stepKindNames[plan.kind].full;
    case 'area':
      return areaNames[plan.area];
    case 'presentationLevel':
      return plan.presentationLevel ? presentationLevelNames[plan.presentationLevel] : revisionText.nothing;
    case 'startedOn':
    case 'dueOn':
    case 'presentedOn': {
      const day = plan[field];
      return day ? formatDay(day) : revisionText.nothing;
    }
    default:
      return String(plan[field] ?? '') || revisionText.nothing;
  }
}
