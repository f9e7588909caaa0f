import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findComponentToPlace } from './component-to-place.server.ts';
import { endComponent } from './contour.operations.server.ts';
import { componentEndSchema, componentParams } from './contour.schema.ts';
import { contourLabels, contourSentences, contourText as t } from './contour.text.ts';

/** Ending what a component has, with nothing after it. */
export const loader = pageLoader({ need: 'contour.place', params: componentParams }, async ({ ctx, params }) => ({
  ...(await findComponentToPlace(ctx, params)),
  today: ctx.today,
}));

export const action = formAction(
  {
    need: 'contour.place',
    params: componentParams,
    schema: componentEndSchema,
    labels: contourLabels,
    sentences: contourSentences,
  },
  async ({ ctx, params, input }) => {
    await endComponent(ctx, params.unitId, params.code, input);
    return { to: paths.component(params.unitId, params.code), done: t.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.end} — ${uiText.brand}` }];

export default function ComponentEndPage() {
  const { unitId, component, version, endRefusal, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.component(unitId, component.code), text: component.name };
  return (
    <Page title={t.endTitle(component.name)} lede={t.endLede} back={back} narrow>
      <Card>
        <Form
          refusal={endRefusal && contourSentences[endRefusal]}
          problem={problem}
          version={version}
          submit={t.endSubmit}
          danger
          cancel={back.href}
        >
          <DateField name="endedOn" label={contourLabels.endedOn} defaultValue={today} />
          <TextField name="endReason" label={contourLabels.endReason} />
        </Form>
      </Card>
    </Page>
  );
}
