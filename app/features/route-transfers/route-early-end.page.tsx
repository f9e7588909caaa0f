import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { earlyEndSchema, moveParams } from './move.schema.ts';
import { earlyReasonNames, moveSentences, moveText as t } from './move.text.ts';
import { EARLY_REASONS } from './move.ts';
import { endRouteEarly } from './pause.operations.server.ts';
import { findRouteLife } from './transfer.queries.server.ts';

const sentences = { ...routeSentences, ...moveSentences };

/** The owner ends the route before its term. */
export const loader = pageLoader({ need: 'route.edit', params: moveParams }, async ({ ctx, params }) => {
  const { route } = await findRouteLife(ctx, params.id);
  if (!route.isOwner) throw new NotFound('route');
  const over = route.isActive ? null : sentences['route-not-active'];
  return { id: route.id, version: route.version, refusal: over };
});

export const action = formAction(
  { need: 'route.edit', params: moveParams, schema: earlyEndSchema, labels: t.labels, sentences },
  async ({ ctx, params, input }) => {
    await endRouteEarly(ctx, params.id, input);
    return { to: paths.routeLife(params.id), done: t.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.endTitle} — ${uiText.brand}` }];

export default function RouteEarlyEndPage() {
  const { id, refusal, ...data } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.endTitle} lede={t.endLede} back={{ href: paths.routeLife(id), text: t.lifeTitle }} narrow>
      <Card>
        <Form
          refusal={refusal}
          problem={problem}
          version={data.version}
          submit={t.end}
          danger
          cancel={paths.routeLife(id)}
          keep
        >
          <RadioField
            name="reason"
            label={t.labels.reason}
            options={EARLY_REASONS.map((reason) => ({ value: reason, text: earlyReasonNames[reason] }))}
          />
          <TextArea name="reflection" label={t.labels.reflection} rows={6} />
        </Form>
      </Card>
    </Page>
  );
}
