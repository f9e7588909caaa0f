import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findScenario, listOutcomes, listScenarioMentors } from './scenario.queries.server.ts';
import { menteeParams, pinFilter, pinSchema } from './scenario.schema.ts';
import { scenarioSentences } from './scenario.text.ts';
import { ruleAgainstPinning } from './scenario.ts';
import { scenarioText } from './scenario-pages.text.ts';
import { pinPair } from './scenario-pin.operations.server.ts';

/** Wanting a pair, or not wanting it, with the reason. */
export const loader = pageLoader(
  { need: 'scenario.run', params: menteeParams, query: pinFilter },
  async ({ ctx, params, query }) => {
    const scenario = await findScenario(ctx, params.id);
    const [line] = await listOutcomes(ctx, scenario.id, { page: 1, search: '', show: 'all' }, params.personId);
    if (!line) throw new NotFound('scenario');
    const mentors = await listScenarioMentors(ctx, scenario.id);
    return {
      scenario: { id: scenario.id, name: scenario.name },
      mentee: line.mentee,
      mentors: mentors.filter(({ id }) => id !== line.mentee.id).map(({ id, name }) => ({ id, name })),
      mentorId: query.mentor ?? line.mentor?.id ?? null,
      kind: query.kind,
      refusal: ruleAgainstPinning(scenario.state),
    };
  },
);

export const action = formAction(
  {
    need: 'scenario.run',
    params: menteeParams,
    schema: pinSchema,
    labels: scenarioText.labels,
    sentences: scenarioSentences,
  },
  async ({ ctx, params, input }) => {
    await pinPair(ctx, params.id, { menteeId: params.personId, ...input });
    return { to: paths.scenario(params.id), done: scenarioText.pinDone };
  },
);

export const meta: MetaFunction = () => [{ title: `${scenarioText.pinTitle} — ${uiText.brand}` }];

export default function ScenarioPinPage() {
  const { scenario, mentee, mentors, mentorId, kind, refusal } = useLoaderData<typeof loader>();
  const back = paths.scenarioMentee(scenario.id, mentee.id);
  const { pin, ban } = scenarioText.pinKindOptions;
  return (
    <Page
      title={scenarioText.pinTitle}
      lede={scenarioText.pinLede(mentee.name)}
      back={{ href: back, text: scenarioText.menteeTitle(mentee.name) }}
      narrow
    >
      <Form
        problem={useActionData<typeof action>()}
        refusal={refusal === null ? null : scenarioSentences[refusal]}
        submit={scenarioText.pinSubmit}
        cancel={back}
      >
        <SelectField
          name="mentorId"
          label={scenarioText.labels.mentorId}
          defaultValue={mentorId}
          options={mentors.map(({ id, name }) => ({ value: id, text: name }))}
          autocomplete
        />
        <RadioField
          name="kind"
          label={scenarioText.labels.kind}
          defaultValue={kind}
          options={[
            { value: 'pin', text: pin.name, hint: pin.hint },
            { value: 'ban', text: ban.name, hint: ban.hint },
          ]}
        />
        <TextArea name="reason" label={scenarioText.labels.reason} hint={scenarioText.reasonHint} maxLength={500} />
      </Form>
    </Page>
  );
}
