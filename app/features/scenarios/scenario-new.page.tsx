import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { mentorshipSentences } from '../mentorships/mentorship.text.ts';
import { usualEnd } from '../mentorships/mentorship.ts';
import { startScenario } from './scenario.operations.server.ts';
import { countScenarios, findScenario, listChoices, listScenarioUnits } from './scenario.queries.server.ts';
import { newFilter, startSchema } from './scenario.schema.ts';
import { aimNames, poolNames, scenarioSentences } from './scenario.text.ts';
import { AIMS, POOLS, type ScenarioTerms } from './scenario.ts';
import { scenarioText } from './scenario-pages.text.ts';

const USUAL_THRESHOLD = 50;
const USUAL_HOURS = 1;

/** What is asked of a new scenario, or of one solved again with something changed. */
export const loader = pageLoader({ need: 'scenario.run', query: newFilter }, async ({ ctx, query }) => {
  const base = query.from === null ? null : await findScenario(ctx, query.from);
  const units = await listScenarioUnits(ctx);
  const { forms, kinds } = await listChoices(ctx);
  const usual: Omit<ScenarioTerms, 'name'> = {
    pool: 'young',
    aim: 'coverage',
    threshold: USUAL_THRESHOLD,
    isRemoteAllowed: false,
    formCode: forms[0]?.code ?? '',
    kindCode: kinds[0]?.code ?? '',
    hoursPerWeek: USUAL_HOURS,
    startedOn: ctx.today,
    endedOn: usualEnd(ctx.today),
  };
  const from: Omit<ScenarioTerms, 'name'> = base ?? usual;
  const { pool, aim, threshold, formCode, kindCode, hoursPerWeek, startedOn, endedOn } = from;
  return {
    base: base && { id: base.id, name: base.name },
    units: base ? units.filter(({ id }) => id === base.unitId) : units,
    forms,
    kinds,
    name: scenarioText.usualName((await countScenarios(ctx)) + 1),
    terms: { pool, aim, threshold, formCode, kindCode, hoursPerWeek, startedOn, endedOn },
    isRemoteAllowed: from.isRemoteAllowed || query.remote === 'yes',
    onceKey: newId(),
  };
});

export const action = formAction(
  {
    need: 'scenario.run',
    schema: startSchema,
    labels: scenarioText.labels,
    sentences: { ...mentorshipSentences, ...scenarioSentences },
  },
  async ({ ctx, input, onceKey, services }) => {
    const { id } = await startScenario(ctx, input, onceKey);
    services.wake('scenario');
    return { to: paths.scenario(id), done: scenarioText.started };
  },
);

export const meta: MetaFunction = () => [{ title: `${scenarioText.newTitle} — ${uiText.brand}` }];

export default function ScenarioNewPage() {
  const { base, units } = useLoaderData<typeof loader>();
  const back = base ? paths.scenario(base.id) : paths.scenarios();
  return (
    <Page
      title={base ? scenarioText.againTitle : scenarioText.newTitle}
      lede={base ? scenarioText.againLede(base.name) : scenarioText.newLede}
      back={{ href: back, text: base ? base.name : scenarioText.backToList }}
      narrow
    >
      {units.length === 0 ? <Empty>{scenarioText.nowhere}</Empty> : <Terms back={back} />}
    </Page>
  );
}

function Terms({ back }: { back: string }) {
  const { base, units, forms, kinds, name, terms, isRemoteAllowed, onceKey } = useLoaderData<typeof loader>();
  const { labels } = scenarioText;
  const option = ({ code, name: text }: { code: string; name: string }) => ({ value: code, text });
  return (
    <Form problem={useActionData<typeof action>()} once={onceKey} submit={scenarioText.submitStart} cancel={back}>
      <HiddenField name="basedOnId" value={base?.id ?? ''} />
      <Unit units={units} />
      <TextField name="name" label={labels.name} defaultValue={name} maxLength={120} />
      <RadioField
        name="pool"
        label={labels.pool}
        defaultValue={terms.pool}
        options={POOLS.map((pool) => ({ value: pool, text: poolNames[pool] }))}
      />
      <RadioField
        name="aim"
        label={labels.aim}
        defaultValue={terms.aim}
        options={AIMS.map((aim) => ({ value: aim, text: aimNames[aim].name, hint: aimNames[aim].hint }))}
      />
      <NumberField
        name="threshold"
        label={labels.threshold}
        hint={scenarioText.thresholdHint}
        defaultValue={terms.threshold}
        width="3"
      />
      <CheckboxField
        name="isRemoteAllowed"
        label={labels.isRemoteAllowed}
        hint={scenarioText.remoteHint}
        defaultChecked={isRemoteAllowed}
      />
      <SelectField name="formCode" label={labels.formCode} defaultValue={terms.formCode} options={forms.map(option)} />
      <SelectField name="kindCode" label={labels.kindCode} defaultValue={terms.kindCode} options={kinds.map(option)} />
      <NumberField name="hoursPerWeek" label={labels.hoursPerWeek} defaultValue={terms.hoursPerWeek} width="3" />
      <DateField name="startedOn" label={labels.startedOn} defaultValue={terms.startedOn} />
      <DateField name="endedOn" label={labels.endedOn} defaultValue={terms.endedOn} />
    </Form>
  );
}

function Unit({ units }: { units: { id: string; name: string }[] }) {
  const [only, ...others] = units;
  if (only && others.length === 0) {
    return (
      <>
        <HiddenField name="unitId" value={only.id} />
        <p>
          <b>{only.name}</b>
        </p>
      </>
    );
  }
  return (
    <SelectField
      name="unitId"
      label={scenarioText.labels.unitId}
      options={units.map(({ id, name }) => ({ value: id, text: name }))}
    />
  );
}
