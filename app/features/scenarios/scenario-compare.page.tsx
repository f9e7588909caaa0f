import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findScenario } from './scenario.queries.server.ts';
import { compareFilter, scenarioParams } from './scenario.schema.ts';
import type { ScenarioFigures, ScenarioTerms } from './scenario.ts';
import { listComparable, listDifferences } from './scenario-compare.queries.server.ts';
import { scenarioText } from './scenario-pages.text.ts';

/** Two scenarios side by side: sums, and whose mentor is another one. */
export const loader = pageLoader(
  { need: 'scenario.run', params: scenarioParams, query: compareFilter },
  async ({ ctx, params, query }) => {
    const first = await findScenario(ctx, params.id);
    const choices = await listComparable(ctx, first);
    const otherId = query.with ?? choices[0]?.id ?? null;
    if (query.with !== null && !choices.some(({ id }) => id === query.with)) throw new NotFound('scenario');
    const other = otherId === null ? null : await findScenario(ctx, otherId);
    const found = other === null ? { count: 0, lines: [] } : await listDifferences(ctx, first.id, other.id);
    return {
      first: { id: first.id, name: first.name },
      other: other && { id: other.id, name: other.name },
      choices,
      rows: other?.figures && first.figures ? figureRows([first, first.figures], [other, other.figures]) : [],
      ...found,
    };
  },
);

type Side = [ScenarioTerms, ScenarioFigures];

function figureRows(...[one, other]: [Side, Side]) {
  const words = scenarioText.figures;
  const row = (title: string, value: (side: Side) => string) => ({ title, one: value(one), other: value(other) });
  return [
    row(words.placed, ([, { placed, mentees }]) => scenarioText.resultOf(placed, mentees)),
    row(words.unplaced, ([, { placed, mentees }]) => formatNumber(mentees - placed)),
    row(words.total, ([, { total }]) => formatNumber(total)),
    row(words.median, ([, { median }]) => formatNumber(median)),
    row(words.farBelow, ([, { farBelow }]) => formatNumber(farBelow)),
    row(words.remote, ([{ isRemoteAllowed }]) => (isRemoteAllowed ? scenarioText.yes : scenarioText.no)),
    row(words.aim, ([{ aim }]) => scenarioText.aims[aim]),
  ];
}

export const meta: MetaFunction = () => [{ title: `${scenarioText.compareTitle} — ${uiText.brand}` }];

export default function ScenarioComparePage() {
  const { first, other, choices, count, lines } = useLoaderData<typeof loader>();
  return (
    <Page
      title={scenarioText.compareTitle}
      lede={other ? scenarioText.compareLede(first.name, other.name) : undefined}
      back={{ href: paths.scenario(first.id), text: first.name }}
    >
      {other === null ? (
        <Empty>{scenarioText.compareNothing}</Empty>
      ) : (
        <>
          <Card title={scenarioText.compareFigures}>
            <Filter>
              <SelectField
                name="with"
                label={scenarioText.compareWith}
                empty={null}
                defaultValue={other.id}
                options={choices.map(({ id, name }) => ({ value: id, text: name }))}
              />
            </Filter>
            <Sums />
          </Card>
          <Card title={scenarioText.changedTitle(count)}>
            <TaskList
              empty={scenarioText.changedEmpty}
              items={lines.map((line) => ({
                key: line.id,
                title: line.name,
                href: paths.scenarioMentee(first.id, line.id),
                why: (
                  <>
                    <div>
                      {first.name}: <Mentor mentor={line.one} />
                    </div>
                    <div>
                      {other.name}: <Mentor mentor={line.other} />
                    </div>
                  </>
                ),
              }))}
            />
            {lines.length < count ? <p className="mute">{scenarioText.cut(lines.length, count)}</p> : null}
          </Card>
        </>
      )}
    </Page>
  );
}

function Sums() {
  const { first, other, rows } = useLoaderData<typeof loader>();
  const heading = (one: { id: string; name: string } | null) =>
    one ? <a href={paths.scenario(one.id)}>{one.name}</a> : uiText.notCounted;
  return (
    <>
      <Table
        caption={scenarioText.compareFigures}
        empty={null}
        rows={rows}
        rowKey={(row) => row.title}
        columns={[
          { title: scenarioText.figure, heading: true, cell: (row) => row.title },
          { title: heading(first), cell: (row) => row.one },
          { title: heading(other), cell: (row) => row.other },
        ]}
      />
      <div className="buttons">
        {other ? <ButtonLink href={paths.scenario(other.id)} text={scenarioText.choose} /> : null}
      </div>
    </>
  );
}

function Mentor({ mentor }: { mentor: { name: string; total: number } | null }) {
  return mentor === null ? <span>{scenarioText.nobody}</span> : <b>{`${mentor.name}, ${mentor.total}`}</b>;
}
