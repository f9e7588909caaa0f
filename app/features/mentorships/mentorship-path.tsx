import { formatDay } from '#app/core/dates.ts';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Timeline, type TimelineEvents, type TimelineLane } from '#app/ui/Timeline.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import type { Day } from '#db/schema.ts';
import { pathText as t } from './mentorship-path.text.ts';

/** The life of a mentorship drawn, and the same as a table one click away. */
export function MentorshipPath({ path, today }: { path: Path; today: Day }) {
  return (
    <Card title={t.title}>
      <Timeline title={t.title} lanes={path.lanes} events={path.events} today={today} words={t.states} />
      <Details summary={uiText.tableView}>
        <Table
          caption={t.title}
          rows={rowsOf(path)}
          rowKey={(row) => row.key}
          empty={null}
          columns={[
            { title: t.lane, cell: (row) => row.lane },
            { title: t.what, heading: true, cell: (row) => row.title },
            { title: t.when, cell: (row) => row.when },
          ]}
        />
      </Details>
    </Card>
  );
}

/** Lanes and events as `pathOf` gives them. */
interface Path {
  lanes: readonly TimelineLane[];
  events: readonly TimelineEvents[];
}

function rowsOf({ lanes, events }: Path) {
  const steps = lanes.flatMap(({ title: lane, steps: own }) =>
    own.map(({ title, startsOn, endsOn }) => ({ lane, title, when: `${formatDay(startsOn)}–${formatDay(endsOn)}` })),
  );
  const marks = events.flatMap(({ title: lane, items }) =>
    items.map(({ title, day }) => ({ lane, title, when: formatDay(day) })),
  );
  return [...steps, ...marks].map((row, place) => ({ ...row, key: String(place) }));
}
