import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Timeline } from '#app/ui/Timeline.tsx';
import type { LaneState } from '#app/ui/timeline-layout.ts';
import type { Day, Id } from '#db/schema.ts';
import { routeText, stepKindNames } from '../educational-routes/route.text.ts';
import { STEP_KINDS, type StepKind } from '../educational-routes/route.ts';
import { bookText } from './route-book.text.ts';

/** A step as it is drawn. */
export interface DrawnStep {
  id: Id;
  kind: StepKind;
  title: string;
  expectedProduct: string;
  startedOn: Day;
  dueOn: Day;
  closedOn: Day | null;
  state: LaneState;
}

/** The roadmap as lanes over school years with its products and corrections; the table is one click away. */
export function RoadmapPicture(props: {
  route: { id: Id; mayPlan: boolean };
  steps: readonly DrawnStep[];
  revisions: readonly { day: Day; title: string }[];
  today: Day;
}) {
  const { route, steps } = props;
  return (
    <Card title={routeText.roadmap}>
      <Timeline
        title={routeText.roadmap}
        lanes={lanesOf(steps)}
        today={props.today}
        empty={route.mayPlan ? routeText.roadmapEmpty : routeText.roadmapEmptyReader}
        tableHref={paths.routeTable(route.id)}
        events={[
          { title: bookText.products, shape: 'diamond', items: productsOf(steps) },
          { title: bookText.revisions, shape: 'triangle', items: props.revisions },
        ]}
      />
    </Card>
  );
}

function lanesOf(steps: readonly DrawnStep[]) {
  return STEP_KINDS.map((kind) => ({
    title: stepKindNames[kind].lane,
    steps: steps
      .filter((step) => step.kind === kind)
      .map(({ title, startedOn, dueOn, state }) => ({ title, startsOn: startedOn, endsOn: dueOn, state })),
  }));
}

function productsOf(steps: readonly DrawnStep[]) {
  return steps.flatMap(({ closedOn, title, expectedProduct }) =>
    closedOn ? [{ day: closedOn, title: `${expectedProduct}: ${title}` }] : [],
  );
}
