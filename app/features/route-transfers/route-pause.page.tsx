import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { moveParams, pauseSchema } from './move.schema.ts';
import { moveSentences, pauseReasonNames, moveText as t } from './move.text.ts';
import { PAUSE_REASONS } from './move.ts';
import { pauseRoute } from './pause.operations.server.ts';
import { findRouteLife } from './transfer.queries.server.ts';

const sentences = { ...routeSentences, ...moveSentences };

/** The owner lets the route rest during a long leave. */
export const loader = pageLoader({ need: 'route.edit', params: moveParams }, async ({ ctx, params }) => {
  const { route, pauses } = await findRouteLife(ctx, params.id);
  if (!route.isOwner) throw new NotFound('route');
  const rests = pauses.some(({ endedOn }) => endedOn === null);
  const over = route.isActive ? null : sentences['route-not-active'];
  return { id: route.id, today: ctx.today, refusal: over ?? (rests ? sentences['route-already-paused'] : null) };
});

export const action = formAction(
  { need: 'route.edit', params: moveParams, schema: pauseSchema, labels: t.labels, sentences },
  async ({ ctx, params, input }) => {
    await pauseRoute(ctx, params.id, input);
    return { to: paths.routeLife(params.id), done: t.paused };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.pauseTitle} — ${uiText.brand}` }];

export default function RoutePausePage() {
  const { id, refusal, ...data } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.pauseTitle} lede={t.pauseLede} back={{ href: paths.routeLife(id), text: t.lifeTitle }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} submit={t.pause} cancel={paths.routeLife(id)} keep>
          <RadioField
            name="reason"
            label={t.labels.reason}
            options={PAUSE_REASONS.map((reason) => ({ value: reason, text: pauseReasonNames[reason] }))}
          />
          <DateField name="startedOn" label={t.labels.startedOn} defaultValue={data.today} />
          <DateField name="expectedUntil" label={t.labels.expectedUntil} optional />
        </Form>
      </Card>
    </Page>
  );
}
