import { formatDay } from '#app/core/dates.ts';
import type { SummaryRow } from '#app/ui/SummaryList.tsx';
import type { Day } from '#db/schema.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { Area } from '../people/competence-area.ts';
import { routeText, stepKindNames } from './route.text.ts';
import type { StepKind } from './route.ts';

/** The facts of a step for the pages about it; what is not given is left out. */
export function stepRows(step: {
  kind: StepKind;
  area: Area | null;
  expectedProduct: string;
  startedOn: Day;
  dueOn: Day;
  tutorNote?: string;
  product?: string | null;
  attitude?: string | null;
}): SummaryRow[] {
  const words = routeText.stepFacts;
  return [
    { key: words.kind, value: stepKindNames[step.kind].full },
    { key: words.area, value: step.area ? areaNames[step.area] : routeText.noArea },
    { key: words.term, value: routeText.term(formatDay(step.startedOn), formatDay(step.dueOn)) },
    { key: words.expected, value: step.expectedProduct },
    ...(step.product ? [{ key: words.product, value: step.product }] : []),
    ...(step.attitude ? [{ key: words.attitude, value: step.attitude }] : []),
    ...(step.tutorNote ? [{ key: words.note, value: step.tutorNote }] : []),
  ];
}
