import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import type { Id } from '#db/schema.ts';
import { positionNames, routeText } from '../educational-routes/route.text.ts';
import {
  currentPosition,
  type Position,
  type PositionNumber,
  positionNumber,
} from '../educational-routes/route-position.ts';
import { bookText, positionShort } from './route-book.text.ts';
import type { NextAct } from './route-next.ts';

type ShownPosition = Position & { note: string | null };

/** The seven positions as a path, whole at every moment: where the route stands, what is next, what was found. */
export function RoutePath(props: {
  routeId: Id;
  positions: readonly ShownPosition[];
  /** The owner's next act; null for everybody else and when the route is over. */
  next: NextAct | null;
  /** Whether the parts behind the positions may be opened: their pages show what each may see. */
  seesPlan: boolean;
  seesWhole: boolean;
}) {
  const current = currentPosition(props.positions);
  const notes = props.positions.filter(({ note }) => note);
  return (
    <Card title={routeText.positions} aside={<NextStep {...props} current={current} />}>
      <ol className="path">
        {props.positions.map((position) => (
          <PathItem key={position.position} position={position} isCurrent={position.position === current} {...props} />
        ))}
      </ol>
      {notes.length > 0 ? (
        <Details summary={bookText.notes}>
          <SummaryList
            rows={notes.map(({ position, note }) => ({
              key: `${position}. ${positionNames[positionNumber(position) ?? 1]}`,
              value: note,
            }))}
          />
        </Details>
      ) : null}
    </Card>
  );
}

function PathItem(props: {
  position: ShownPosition;
  isCurrent: boolean;
  routeId: Id;
  seesPlan: boolean;
  seesWhole: boolean;
}) {
  const { position, openedOn, completedOn } = props.position;
  const number = positionNumber(position) ?? 1;
  const words = routeText.positionStates;
  const isOpen = openedOn !== null && completedOn === null;
  const href = hrefOf(number, props);
  const title = `${number}. ${positionShort[number]}`;
  return (
    <li aria-current={props.isCurrent ? 'step' : undefined} title={positionNames[number]}>
      <b>{href ? <a href={href}>{title}</a> : title}</b>
      <Tag tone={completedOn ? 'ok' : isOpen ? 'info' : 'grey'}>
        {completedOn ? formatDay(completedOn) : isOpen ? words.open : words.later}
      </Tag>
    </li>
  );
}

function hrefOf(
  number: PositionNumber,
  { routeId, seesPlan, seesWhole }: { routeId: Id; seesPlan: boolean; seesWhole: boolean },
): string | null {
  switch (number) {
    case 1:
      return seesWhole ? paths.routeImages(routeId) : null;
    case 2:
    case 3:
      return seesPlan ? paths.routeDiagnosis(routeId) : null;
    case 4:
    case 5:
      return seesPlan ? paths.routeTable(routeId) : null;
    case 6:
      return seesPlan ? paths.routeRevisions(routeId) : null;
    case 7:
      return seesWhole ? paths.routeReflectionsOf(routeId) : null;
  }
}

function NextStep({ routeId, next, current }: { routeId: Id; next: NextAct | null; current: number | null }) {
  const position = current === null ? null : positionNumber(current);
  if (next === null || position === null) return null;
  const hrefs: Record<NextAct, string> = {
    image: paths.routeImage(routeId),
    motivation: paths.routeMotivation(routeId),
    strengths: paths.routeStrengths(routeId),
    difficulties: paths.routeDifficulties(routeId),
    measured: paths.routePosition(routeId, position),
    step: paths.routeStepAdd(routeId),
    close: paths.routeTable(routeId),
    final: paths.routeFinalReflect(routeId),
    complete: paths.routePosition(routeId, position),
  };
  return (
    <ButtonLink
      href={hrefs[next]}
      text={bookText.next[next](position)}
      primary={next !== 'close' && next !== 'measured'}
    />
  );
}
