import { PAGE_SIZE } from '#app/core/form.ts';
import { paths } from '#app/paths.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { FULL_SCORE } from '../matching/weights.ts';
import { scenarioText } from './scenario-pages.text.ts';
import type { ShownLine, ShownScenario } from './scenario-shown.ts';

/** Who is with whom, with the reasons in a line and the whole explanation one click away. */
export function OutcomesCard({ shown, lines }: { shown: ShownScenario; lines: readonly ShownLine[] }) {
  const { scenario, filter, total } = shown;
  const here = paths.scenario(scenario.id);
  const isNarrowed = filter.search !== '' || filter.show !== 'all';
  const shows = ['all', 'placed', 'unplaced'] as const;
  return (
    <Card title={scenarioText.outcomes}>
      <Filter reset={isNarrowed ? here : undefined}>
        <TextField name="search" label={scenarioText.search} defaultValue={filter.search} />
        <SelectField
          name="show"
          label={scenarioText.show}
          empty={null}
          defaultValue={filter.show}
          options={shows.map((value) => ({ value, text: scenarioText.showOptions[value] }))}
        />
      </Filter>
      <TaskList
        wide
        empty={scenarioText.outcomesEmpty}
        items={lines.map((line) => ({
          key: line.mentee.id,
          title: line.mentee.name,
          href: paths.scenarioMentee(scenario.id, line.mentee.id),
          mark: <Mark line={line} />,
          why: <Why line={line} />,
          tag: line.total === null ? null : <Bars parts={line.parts} max={FULL_SCORE} />,
          action: { href: paths.scenarioMentee(scenario.id, line.mentee.id), text: scenarioText.why },
        }))}
      />
      <Paging
        page={filter.page}
        pageSize={PAGE_SIZE}
        total={total}
        href={(page) =>
          `${here}?${new URLSearchParams({ search: filter.search, show: filter.show, page: String(page) })}`
        }
      />
    </Card>
  );
}

function Mark({ line }: { line: ShownLine }) {
  if (line.mentorshipId !== null) return <Tag tone="ok">{scenarioText.proposed}</Tag>;
  if (line.refusal !== null) return <Tag tone="bad">{scenarioText.notProposed}</Tag>;
  if (line.isPinned) return <Tag tone="info">{scenarioText.pinned}</Tag>;
  return line.mentor === null ? <Tag tone="warn">{scenarioText.noMentor}</Tag> : null;
}

function Why({ line }: { line: ShownLine }) {
  if (line.mentor === null) return line.unplaced;
  return (
    <>
      <div>
        {scenarioText.withMentor(line.mentor.name)}: {line.reasons.join(', ')}
      </div>
      {line.refusal === null ? null : <div>{line.refusal}</div>}
      {line.refusal === null && line.alternative !== null ? <div>{line.alternative}</div> : null}
    </>
  );
}
