import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { moveParams, returnSchema } from './move.schema.ts';
import { moveSentences, moveText as t } from './move.text.ts';
import { returnToRoute } from './pause.operations.server.ts';
import { findRouteLife } from './transfer.queries.server.ts';

const sentences = { ...routeSentences, ...moveSentences };

/** The owner comes back; days move along only by his tick. */
export const loader = pageLoader({ need: 'route.edit', params: moveParams }, async ({ ctx, params }) => {
  const { route } = await findRouteLife(ctx, params.id);
  if (!route.isOwner) throw new NotFound('route');
  return { id: route.id, today: ctx.today, refusal: route.isActive ? null : sentences['route-not-active'] };
});

export const action = formAction(
  { need: 'route.edit', params: moveParams, schema: returnSchema, labels: t.labels, sentences },
  async ({ ctx, params, input }) => {
    const { shifted } = await returnToRoute(ctx, params.id, input);
    return { to: paths.routeLife(params.id), done: t.returned(shifted) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.returnTitle} — ${uiText.brand}` }];

export default function RouteReturnPage() {
  const { id, refusal, ...data } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.returnTitle} lede={t.returnLede} back={{ href: paths.routeLife(id), text: t.lifeTitle }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} submit={t.return} cancel={paths.routeLife(id)} keep>
          <DateField name="returnedOn" label={t.labels.returnedOn} defaultValue={data.today} />
          <CheckboxField name="shifts" label={t.labels.shifts} hint={t.hints.shifts} />
        </Form>
      </Card>
    </Page>
  );
}
