import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Bars } from '#app/ui/Bars.tsx';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { scorePartNames, scorePartWords } from '../matching/score.text.ts';
import { FULL_SCORE } from '../matching/weights.ts';
import { findScenario, listOutcomes, listScenarioMentors } from './scenario.queries.server.ts';
import { menteeParams } from './scenario.schema.ts';
import { ruleWords, unplacedWords } from './scenario.text.ts';
import { ruleAgainstPinning } from './scenario.ts';
import { scenarioText } from './scenario-pages.text.ts';

/** Nobody reads further down than this; the page says how many there are. */
const MOST_SHOWN = 100;

/** Why him, why not her: the stored explanation of one mentee's outcome. */
export const loader = pageLoader({ need: 'scenario.run', params: menteeParams }, async ({ ctx, params }) => {
  const scenario = await findScenario(ctx, params.id);
  const [line] = await listOutcomes(ctx, scenario.id, { page: 1, search: '', show: 'all' }, params.personId);
  if (!line) throw new NotFound('scenario');
  const mentors = await listScenarioMentors(ctx, scenario.id);
  // Whom the mentee would rather not have is the mentee's own: such a mentor is left out in silence.
  const refused = line.refused.flatMap(([rule, positions]) =>
    (rule === 'avoided' ? [] : positions).flatMap((position) => {
      const mentor = mentors[position];
      return mentor ? [{ id: mentor.id, name: mentor.name, code: rule, rule: ruleWords(rule, mentor) }] : [];
    }),
  );
  return {
    scenario: { id: scenario.id, name: scenario.name },
    mentee: line.mentee,
    mentor: line.mentor,
    total: line.total,
    isPinned: line.isPinned,
    mayDecide: ruleAgainstPinning(scenario.state) === null,
    parts: line.parts.map(({ code, points, ceiling, values }) => ({
      label: scorePartNames[code],
      value: points,
      ceiling,
      words: scorePartWords[code](values, points),
    })),
    reasons: line.reasons.map((code) => scorePartNames[code]),
    unplaced: line.unplaced && unplacedWords(line.unplaced),
    others: line.ranked.flatMap(([position, total]) => {
      const mentor = mentors[position];
      if (!mentor || mentor.id === line.mentor?.id) return [];
      return [{ id: mentor.id, name: mentor.name, total, used: mentor.used, capacity: mentor.capacity }];
    }),
    refused: refused.slice(0, MOST_SHOWN),
    refusedCount: refused.length,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${scenarioText.menteeTitle(data?.mentee.name ?? '')} — ${uiText.brand}` },
];

export default function ScenarioMenteePage() {
  const { scenario, mentee, mentor, total, mayDecide, unplaced } = useLoaderData<typeof loader>();
  return (
    <Page
      title={scenarioText.menteeTitle(mentee.name)}
      lede={
        mentor && total !== null
          ? scenarioText.menteePlaced(mentor.name, total)
          : `${scenarioText.menteeUnplaced} ${unplaced ?? ''}`
      }
      back={{ href: paths.scenario(scenario.id), text: scenario.name }}
      actions={
        mayDecide ? (
          <ButtonLink href={paths.scenarioPin(scenario.id, mentee.id)} text={scenarioText.decide} />
        ) : undefined
      }
    >
      <Parts />
      <Others />
      <Refused />
    </Page>
  );
}

function Parts() {
  const { parts, reasons, isPinned, mentor } = useLoaderData<typeof loader>();
  if (mentor === null) return null;
  return (
    <Card title={scenarioText.partsTitle} aside={isPinned ? scenarioText.pinned : undefined}>
      <p>
        {scenarioText.reasonsTitle}: {reasons.join(', ')}.
      </p>
      <Bars parts={parts} max={FULL_SCORE} />
      <SummaryList
        rows={parts.map(({ label, value, ceiling, words }) => ({
          key: `${label}: ${uiText.outOf(String(value), String(ceiling))}`,
          value: words,
        }))}
      />
    </Card>
  );
}

function Others() {
  const { others, scenario, mentee, mayDecide } = useLoaderData<typeof loader>();
  return (
    <Card title={scenarioText.others}>
      <Table
        caption={scenarioText.othersCaption}
        empty={scenarioText.othersEmpty}
        rows={others}
        rowKey={(one) => one.id}
        columns={[
          { title: scenarioText.who, heading: true, cell: (one) => <a href={paths.person(one.id)}>{one.name}</a> },
          { title: scenarioText.points, align: 'num', cell: (one) => one.total },
          { title: scenarioText.load, cell: (one) => scenarioText.loadOf(one.used, one.capacity) },
          ...(mayDecide
            ? [
                {
                  title: scenarioText.decision,
                  cell: (one: { id: string; name: string }) => (
                    <a href={`${paths.scenarioPin(scenario.id, mentee.id)}?mentor=${one.id}`}>
                      {scenarioText.pinKindOptions.pin.name}
                      <span className="govuk-visually-hidden">: {one.name}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Refused() {
  const { refused, refusedCount } = useLoaderData<typeof loader>();
  if (refusedCount === 0) return null;
  return (
    <Details card summary={scenarioText.refusedTitle(refusedCount)}>
      <Table
        caption={scenarioText.refusedCaption}
        empty={null}
        rows={refused}
        rowKey={(one) => one.id}
        columns={[
          { title: scenarioText.who, heading: true, cell: (one) => <a href={paths.person(one.id)}>{one.name}</a> },
          { title: scenarioText.rule, cell: (one) => one.rule },
          { title: scenarioText.code, cell: (one) => <code>{one.code}</code> },
        ]}
      />
      {refused.length < refusedCount ? <p className="mute">{scenarioText.cut(refused.length, refusedCount)}</p> : null}
    </Details>
  );
}
