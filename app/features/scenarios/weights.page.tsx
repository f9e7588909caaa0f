import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { scorePartNames, weightsSentences, weightsText } from '../matching/score.text.ts';
import { setWeights } from '../matching/weights.operations.server.ts';
import { findWeights, listWeightsVersions } from '../matching/weights.queries.server.ts';
import { weightsPreview, weightsSchema } from '../matching/weights.schema.ts';
import { FULL_SCORE, PART_CODES, sumOf, type Weights } from '../matching/weights.ts';
import { shortName } from '../people/person-name.ts';
import { listScenarioUnits } from './scenario.queries.server.ts';
import { findEffect } from './weights-effect.server.ts';

/** The weights of an organisation, with a look at what others would change before they are saved. */
export const loader = pageLoader({ need: 'weights.set', query: weightsPreview }, async ({ ctx, query }) => {
  const units = await listScenarioUnits(ctx);
  const unit = units.find(({ id }) => id === query.unitId) ?? units[0] ?? null;
  const nothing = { unit, units, weights: null, number: 0, sum: 0, effect: null, versions: null };
  if (unit === null) return nothing;
  const now = await findWeights(ctx, unit.id);
  const typed: Weights = query.seenNumber !== null ? partsOf(query) : now.weights;
  const sum = sumOf(typed);
  const isPreview = query.seenNumber !== null && sum === FULL_SCORE;
  return {
    unit,
    units,
    weights: typed,
    number: now.number,
    sum,
    effect: isPreview ? await findEffect(ctx, unit.id, [now.weights, typed]) : null,
    versions: (await listWeightsVersions(ctx, unit.id)).map((version) => ({
      number: version.number,
      since: formatDay(version.startedOn),
      by: shortName(version),
      parts: PART_CODES.map((code) => version[code]).join(' · '),
    })),
  };
});

function partsOf({ strengths, subject, freeTime, distance, loadLeft, wishes }: Weights): Weights {
  return { strengths, subject, freeTime, distance, loadLeft, wishes };
}

export const action = formAction(
  { need: 'weights.set', schema: weightsSchema, labels: weightsText.labels, sentences: weightsSentences },
  async ({ ctx, input }) => {
    const { unitId, seenNumber } = input;
    await setWeights(ctx, { unitId, seenNumber, weights: partsOf(input) });
    return { to: `${paths.weights()}?unitId=${unitId}`, done: weightsText.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${weightsText.title} — ${uiText.brand}` }];

export default function WeightsPage() {
  const { unit, units, number } = useLoaderData<typeof loader>();
  return (
    <Page
      title={weightsText.title}
      lede={weightsText.lede}
      back={{ href: paths.peopleWithoutMentor(), text: weightsText.back }}
    >
      {units.length > 1 ? (
        <Tabs
          label={weightsText.unit}
          items={units.map(({ id, name }) => ({
            href: `${paths.weights()}?unitId=${id}`,
            text: name,
            current: id === unit?.id,
          }))}
        />
      ) : null}
      <p className="mute">{weightsText.number(number)}</p>
      <Effect />
      <Fields />
      <History />
    </Page>
  );
}

function Fields() {
  const { unit, weights, number, sum } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  if (unit === null || weights === null) return null;
  return (
    <Card>
      {sum === FULL_SCORE ? null : (
        <Notice tone="warn">
          <p>{weightsText.sum(sum)}</p>
        </Notice>
      )}
      <Form
        problem={problem}
        submit={weightsText.save}
        cancel={paths.peopleWithoutMentor()}
        actions={
          <button type="submit" formMethod="get" className="govuk-button govuk-button--secondary">
            {weightsText.preview}
          </button>
        }
      >
        <HiddenField name="unitId" value={unit.id} />
        <HiddenField name="seenNumber" value={String(number)} />
        {PART_CODES.map((code) => (
          <NumberField key={code} name={code} label={weightsText.labels[code]} defaultValue={weights[code]} width="3" />
        ))}
      </Form>
    </Card>
  );
}

function Effect() {
  const { effect } = useLoaderData<typeof loader>();
  if (effect === null) return null;
  const changed = effect.filter(({ before, after }) => before?.name !== after?.name);
  const words = (one: { name: string; total: number } | null) =>
    one === null ? weightsText.nobody : weightsText.points(one.name, one.total);
  return (
    <Card title={weightsText.effectTitle}>
      <p>{weightsText.effect(changed.length, effect.length)}</p>
      {changed.length > 0 ? (
        <Table
          caption={weightsText.effectCaption}
          empty={null}
          rows={changed}
          rowKey={(row) => row.id}
          columns={[
            { title: weightsText.who, heading: true, cell: (row) => <a href={paths.match(row.id)}>{row.name}</a> },
            { title: weightsText.before, cell: (row) => words(row.before) },
            { title: weightsText.after, cell: (row) => words(row.after) },
          ]}
        />
      ) : null}
    </Card>
  );
}

function History() {
  const { versions } = useLoaderData<typeof loader>();
  if (versions === null || versions.length === 0) return null;
  return (
    <Details card summary={weightsText.history}>
      <p className="mute">
        {weightsText.parts}: {PART_CODES.map((code) => scorePartNames[code]).join(' · ')}
      </p>
      <Table
        caption={weightsText.historyCaption}
        empty={null}
        rows={versions}
        rowKey={(row) => String(row.number)}
        columns={[
          { title: weightsText.version, heading: true, cell: (row) => row.number },
          { title: weightsText.since, cell: (row) => row.since },
          { title: weightsText.by, cell: (row) => row.by },
          { title: weightsText.parts, cell: (row) => row.parts },
        ]}
      />
    </Details>
  );
}
