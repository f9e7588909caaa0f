import { daysBetween, formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Tag } from '#app/ui/Tag.tsx';
import type { Task } from '#app/ui/TaskList.tsx';
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
  product: string | null;
  tutorNote: string;
}

/** What of a route waits for the person: open steps for the owner, new products and overdue steps for the tutor. */
export function routeTasks(steps: readonly StepToDo[], viewer: { isOwner: boolean; today: Day }): Task[] {
  const open = steps.filter((step) => step.state === 'overdue' || (viewer.isOwner && step.state === 'going'));
  const products = viewer.isOwner ? [] : steps.filter((step) => step.closedOn !== null && step.tutorNote === '');
  return [
    ...products.map((step, index) => productTask(step, index === 0)),
    ...[...open]
      .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
      .map((step, index) => openTask(step, viewer, index === 0)),
  ];
}

function productTask(step: StepToDo, isFirst: boolean): Task {
  return {
    key: step.id,
    title: step.title,
    why: `${routeText.productWaits}: ${step.product ?? ''}`,
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
