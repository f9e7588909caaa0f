import { daysBetween, formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { type Task, TaskList } from '#app/ui/TaskList.tsx';
import type { LaneState } from '#app/ui/timeline-layout.ts';
import type { Day, Id } from '#db/schema.ts';
import { routeText } from '../educational-routes/route.text.ts';

interface StepToDo {
  id: Id;
  title: string;
  dueOn: Day;
  closedOn: Day | null;
  state: LaneState;
  expectedProduct: string;
  /** The product that waits for the tutor; null when none does. */
  waiting: string | null;
}

const MOST_SHOWN = 8;

/**
 * What of a route waits for the person, the first eight: open steps for the owner, new products and overdue steps for
 * the tutor.
 */
export function RouteTasks(props: { routeId: Id; steps: readonly StepToDo[]; isOwner: boolean; today: Day }) {
  const tasks = tasksOf(props.steps, props);
  const more = tasks.length - MOST_SHOWN;
  return (
    <Card title={routeText.tasks}>
      <TaskList
        empty={routeText.tasksEmpty}
        items={tasks.slice(0, MOST_SHOWN).map((make, index) => make(index === 0))}
      />
      {more > 0 ? (
        <p>
          <a href={paths.routeTable(props.routeId)}>{routeText.moreTasks(more)}</a>
        </p>
      ) : null}
    </Card>
  );
}

/** The tasks in their order, each made only when it is shown. */
function tasksOf(steps: readonly StepToDo[], viewer: { isOwner: boolean; today: Day }): ((isFirst: boolean) => Task)[] {
  const open = steps.filter((step) => step.state === 'overdue' || (viewer.isOwner && step.state === 'going'));
  const products = viewer.isOwner ? [] : steps.filter(({ waiting }) => waiting !== null);
  return [
    ...products.map((step) => (isFirst: boolean) => productTask(step, isFirst)),
    ...[...open]
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
      .map((step) => (isFirst: boolean) => openTask(step, viewer, isFirst)),
  ];
}

function productTask(step: StepToDo, isFirst: boolean): Task {
  return {
    key: step.id,
    title: step.title,
    why: `${routeText.productWaits}: ${step.waiting ?? ''}`,
    tag: step.closedOn ? <Tag tone="info">{routeText.stepClosedOn(formatDay(step.closedOn))}</Tag> : null,
    action: { href: paths.stepReview(step.id), text: routeText.taskNote, primary: isFirst },
  };
}

function openTask(step: StepToDo, { isOwner, today }: { isOwner: boolean; today: Day }, isFirst: boolean): Task {
  const isLate = step.state === 'overdue';
  return {
    key: step.id,
    title: step.title,
    why: `${routeText.stepFacts.expected}: ${step.expectedProduct}`,
    tag: (
      <Tag tone={isLate ? 'bad' : 'info'}>
        {isLate ? routeText.overdueBy(daysBetween(step.dueOn, today)) : routeText.stepDue(formatDay(step.dueOn))}
      </Tag>
    ),
    action: isOwner
      ? { href: paths.routeStepClose(step.id), text: routeText.taskClose, primary: isFirst }
      : { href: paths.routeStepEdit(step.id), text: routeText.taskMove },
  };
}
