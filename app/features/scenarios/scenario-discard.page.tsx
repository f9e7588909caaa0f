import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { discardScenario } from './scenario.operations.server.ts';
import { findScenario } from './scenario.queries.server.ts';
import { scenarioParams, versionSchema } from './scenario.schema.ts';
import { scenarioSentences } from './scenario.text.ts';
import { ruleAgainstDiscarding } from './scenario.ts';
import { scenarioText } from './scenario-pages.text.ts';

/** Putting a scenario aside. */
export const loader = pageLoader({ need: 'scenario.run', params: scenarioParams }, async ({ ctx, params }) => {
  const { id, name, version, state } = await findScenario(ctx, params.id);
  return { scenario: { id, name, version }, refusal: ruleAgainstDiscarding(state) };
});

export const action = formAction(
  {
    need: 'scenario.run',
    params: scenarioParams,
    schema: versionSchema,
    labels: scenarioText.labels,
    sentences: scenarioSentences,
  },
  async ({ ctx, params, input }) => {
    await discardScenario(ctx, params.id, input);
    return { to: paths.scenarios(), done: scenarioText.discarded };
  },
);

export const meta: MetaFunction = () => [{ title: `${scenarioText.discardTitle} — ${uiText.brand}` }];

export default function ScenarioDiscardPage() {
  const { scenario, refusal } = useLoaderData<typeof loader>();
  const back = paths.scenario(scenario.id);
  return (
    <Page
      title={scenarioText.discardTitle}
      lede={scenarioText.discardLede}
      back={{ href: back, text: scenario.name }}
      narrow
    >
      <Form
        problem={useActionData<typeof action>()}
        refusal={refusal === null ? null : scenarioSentences[refusal]}
        version={scenario.version}
        submit={scenarioText.discardSubmit}
        danger
        cancel={back}
      />
    </Page>
  );
}
