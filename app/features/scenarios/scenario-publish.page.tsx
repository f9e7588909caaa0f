import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { basisWords, mentorshipSentences } from '../mentorships/mentorship.text.ts';
import { LEGAL_BASES } from '../mentorships/mentorship.ts';
import { findScenario } from './scenario.queries.server.ts';
import { publishSchema, scenarioParams } from './scenario.schema.ts';
import { scenarioSentences } from './scenario.text.ts';
import { ruleAgainstPublishing } from './scenario.ts';
import { findChanges } from './scenario-changes.server.ts';
import { scenarioText } from './scenario-pages.text.ts';
import { publishScenario } from './scenario-publish.operations.server.ts';
import { ChangeLines } from './scenario-standing.tsx';

/** Proposing every pair of a scenario. */
export const loader = pageLoader({ need: 'scenario.run', params: scenarioParams }, async ({ ctx, params }) => {
  const scenario = await findScenario(ctx, params.id);
  const { id, name, version, state, figures } = scenario;
  const placed = figures?.placed ?? 0;
  return {
    scenario: { id, name, version, placed },
    refusal: ruleAgainstPublishing({ state, placed }),
    changes: state === 'solved' ? await findChanges(ctx, scenario) : null,
    onceKey: newId(),
  };
});

export const action = formAction(
  {
    need: 'scenario.run',
    params: scenarioParams,
    schema: publishSchema,
    labels: scenarioText.labels,
    sentences: { ...mentorshipSentences, ...scenarioSentences },
  },
  async ({ ctx, params, input, onceKey }) => {
    const { proposed, refused } = await publishScenario(ctx, params.id, input, onceKey);
    return { to: paths.scenario(params.id), done: scenarioText.published(proposed, refused) };
  },
);

export const meta: MetaFunction = () => [{ title: `${scenarioText.publishTitle} — ${uiText.brand}` }];

export default function ScenarioPublishPage() {
  const { scenario, refusal, changes, onceKey } = useLoaderData<typeof loader>();
  const back = paths.scenario(scenario.id);
  return (
    <Page
      title={scenarioText.publishTitle}
      lede={scenarioText.publishLede(scenario.placed)}
      back={{ href: back, text: scenario.name }}
      narrow
    >
      {changes ? (
        <Notice tone="warn" title={scenarioText.staleTitle}>
          <ChangeLines changes={changes} />
          <p>{scenarioText.staleAdvice}</p>
        </Notice>
      ) : null}
      <Form
        problem={useActionData<typeof action>()}
        refusal={refusal === null ? null : scenarioSentences[refusal]}
        once={onceKey}
        version={scenario.version}
        submit={scenarioText.publishSubmit}
        cancel={back}
        keep
      >
        <TextArea name="focus" label={scenarioText.labels.focus} hint={scenarioText.focusHint} maxLength={2000} />
        <RadioField
          name="legalBasis"
          label={scenarioText.labels.legalBasis}
          hint={scenarioText.otherEmployer}
          defaultValue="labor_351_8"
          options={LEGAL_BASES.map((basis) => ({
            value: basis,
            text: basisWords[basis].name,
            hint: basisWords[basis].plain,
          }))}
        />
        <p className="mute">{scenarioText.publishNote}</p>
      </Form>
    </Page>
  );
}
