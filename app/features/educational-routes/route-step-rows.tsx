import { formatDay } from '#app/core/dates.ts';
import type { SummaryRow } from '#app/ui/SummaryList.tsx';
import type { Day } from '#db/schema.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { Area } from '../people/competence-area.ts';
import { routeText, stepKindNames } from './route.text.ts';
import { isWebAddress, type StepKind } from './route.ts';

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
  productLink?: string;
  goal?: string;
  organisation?: string;
  registerNumber?: string;
  hours?: number | null;
}): SummaryRow[] {
  const words = routeText.stepFacts;
  return [
    { key: words.kind, value: stepKindNames[step.kind].full },
    { key: words.gap, value: step.area ? areaNames[step.area] : routeText.noArea },
    ...(step.goal ? [{ key: words.goal, value: step.goal }] : []),
    { key: words.term, value: routeText.term(formatDay(step.startedOn), formatDay(step.dueOn)) },
    ...(step.organisation ? [{ key: words.learning, value: learningOf(step) }] : []),
    { key: words.expected, value: step.expectedProduct },
    ...(step.product
      ? [{ key: words.product, value: <ProductText product={step.product} link={step.productLink} /> }]
      : []),
    ...(step.attitude ? [{ key: words.attitude, value: step.attitude }] : []),
    ...(step.tutorNote ? [{ key: words.note, value: step.tutorNote }] : []),
  ];
}

function learningOf(step: { organisation?: string; registerNumber?: string; hours?: number | null }): string {
  return routeText.learningPlace(step.organisation ?? '', step.registerNumber ?? '', step.hours ?? null);
}

/** A product as written, with a way to where it can be read. */
export function ProductText({ product, link }: { product: string; link?: string | undefined }) {
  return (
    <>
      {product}
      {link && isWebAddress(link) ? (
        <>
          {' '}
          <a href={link} rel="noopener noreferrer nofollow" target="_blank">
            {link}
          </a>
        </>
      ) : null}
    </>
  );
}
