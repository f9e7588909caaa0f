import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findPinScenario, listPins } from './scenario.queries.server.ts';
import { confirmSchema, scenarioParams } from './scenario.schema.ts';
import { scenarioSentences } from './scenario.text.ts';
import { scenarioText } from './scenario-pages.text.ts';
import { takePinBack } from './scenario-pin.operations.server.ts';

/** Taking a pin or ban back. */
export const loader = pageLoader({ need: 'scenario.run', params: scenarioParams }, async ({ ctx, params }) => {
  const scenarioId = await findPinScenario(ctx, params.id);
  const [pin] = await listPins(ctx, scenarioId, params.id);
  if (!pin) throw new NotFound('scenario');
  return { scenarioId, mentee: pin.mentee, mentor: pin.mentor };
});

export const action = formAction(
  {
    need: 'scenario.run',
    params: scenarioParams,
    schema: confirmSchema,
    labels: scenarioText.labels,
    sentences: scenarioSentences,
  },
  async ({ ctx, params }) => {
    const { scenarioId } = await takePinBack(ctx, params.id);
    return { to: paths.scenario(scenarioId), done: scenarioText.takeBackDone };
  },
);

export const meta: MetaFunction = () => [{ title: `${scenarioText.takeBackTitle} — ${uiText.brand}` }];

export default function ScenarioPinTakeBackPage() {
  const { scenarioId, mentee, mentor } = useLoaderData<typeof loader>();
  const back = paths.scenario(scenarioId);
  return (
    <Page
      title={scenarioText.takeBackTitle}
      lede={scenarioText.takeBackLede(mentor, mentee)}
      back={{ href: back, text: scenarioText.backToList }}
      narrow
    >
      <Form problem={useActionData<typeof action>()} submit={scenarioText.takeBack} cancel={back} />
    </Page>
  );
}
