import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findComponentToPlace } from './component-to-place.server.ts';
import { placeInside } from './contour.operations.server.ts';
import { componentParams, insideSchema } from './contour.schema.ts';
import { contourLabels, contourSentences, groundKindNames, contourText as t } from './contour.text.ts';
import { GROUND_KINDS } from './contour.ts';

/** Placing a component inside the organisation. */
export const loader = pageLoader({ need: 'contour.place', params: componentParams }, async ({ ctx, params }) => ({
  ...(await findComponentToPlace(ctx, params)),
  today: ctx.today,
}));

export const action = formAction(
  {
    need: 'contour.place',
    params: componentParams,
    schema: insideSchema,
    labels: contourLabels,
    sentences: contourSentences,
  },
  async ({ ctx, params, input }) => {
    await placeInside(ctx, params.unitId, params.code, input);
    return { to: paths.component(params.unitId, params.code), done: t.placedInside };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.toInside} — ${uiText.brand}` }];

export default function ComponentInsidePage() {
  const { unitId, component, version, refusal, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.component(unitId, component.code), text: component.name };
  return (
    <Page title={t.insideTitle(component.name)} lede={t.insideLede} back={back} narrow>
      <Card>
        <Form
          refusal={refusal && contourSentences[refusal]}
          problem={problem}
          version={version}
          submit={t.insideSubmit}
          cancel={back.href}
        >
          <DateField name="from" label={contourLabels.from} defaultValue={today} />
          <RadioField
            name="groundKind"
            label={contourLabels.groundKind}
            inline
            defaultValue="order"
            options={GROUND_KINDS.map((kind) => ({ value: kind, text: groundKindNames[kind] }))}
          />
          <TextField name="ground" label={contourLabels.ground} hint={t.groundHint} />
        </Form>
      </Card>
    </Page>
  );
}
