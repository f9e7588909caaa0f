import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { moveParams, transferSchema } from './move.schema.ts';
import { moveSentences, moveText as t } from './move.text.ts';
import { decideTransfer } from './transfer.operations.server.ts';
import { findOwnTransfer } from './transfer.queries.server.ts';

/** The owner decides whether the route follows to the new organisation. */
export const loader = pageLoader({ need: 'routeTransfer.decide', params: moveParams }, async ({ ctx, params }) => {
  const { routeId, toUnit, toCentre, state, version } = await findOwnTransfer(ctx, params.id);
  const refusal = state === 'pending' ? null : moveSentences['transfer-answered'];
  return { routeId, toUnit, toCentre, version, refusal };
});

export const action = formAction(
  {
    need: 'routeTransfer.decide',
    params: moveParams,
    schema: transferSchema,
    labels: t.labels,
    sentences: moveSentences,
  },
  async ({ ctx, params, input }) => {
    const { routeId } = await decideTransfer(ctx, params.id, input);
    return { to: paths.route(routeId), done: t.decided[input.decision] };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.decideTitle} — ${uiText.brand}` }];

export default function TransferAnswerPage() {
  const { routeId, toUnit, toCentre, version, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.decideTitle}
      lede={t.decideLede(toUnit, toCentre)}
      back={{ href: paths.route(routeId), text: t.backToRoute }}
      narrow
    >
      <Card>
        <p>{t.decideNote}</p>
        <Form refusal={refusal} problem={problem} version={version} submit={t.decide} cancel={paths.route(routeId)}>
          <RadioField
            name="decision"
            label={t.labels.decision}
            options={[
              { value: 'done', text: t.decisions.done },
              { value: 'kept', text: t.decisions.kept },
            ]}
          />
        </Form>
      </Card>
    </Page>
  );
}
