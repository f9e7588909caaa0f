import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { type Task, TaskList } from '#app/ui/TaskList.tsx';
import type { Id } from '#db/schema.ts';
import { positionNames, routeText } from './route.text.ts';
import { type Position, positionNumber } from './route-position.ts';

/** The seven positions with what was found at each, and the act that completes an open one. */
export function RoutePositions(props: {
  routeId: Id;
  positions: readonly (Position & { note: string | null })[];
  mayComplete: boolean;
}) {
  return (
    <Card title={routeText.positions}>
      <TaskList items={props.positions.map((position) => taskOf(position, props))} />
    </Card>
  );
}

function taskOf(
  { position, openedOn, completedOn, note }: Position & { note: string | null },
  { routeId, mayComplete }: { routeId: Id; mayComplete: boolean },
): Task {
  const number = positionNumber(position) ?? 1;
  const words = routeText.positionStates;
  const isOpen = openedOn !== null && completedOn === null;
  const when = completedOn
    ? routeText.completedOn(formatDay(completedOn))
    : openedOn
      ? routeText.openedOn(formatDay(openedOn))
      : null;
  return {
    key: String(position),
    title: `${number}. ${positionNames[number]}`,
    why: [when, note].filter(Boolean).join(' · ') || null,
    tag: (
      <Tag tone={completedOn ? 'ok' : isOpen ? 'info' : 'grey'}>
        {completedOn ? words.done : isOpen ? words.open : words.later}
      </Tag>
    ),
    action:
      mayComplete && isOpen ? (
        <ButtonLink href={paths.routePosition(routeId, number)} text={routeText.complete} />
      ) : null,
  };
}
