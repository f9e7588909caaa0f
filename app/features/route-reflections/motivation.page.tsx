import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { tellMotivation } from './reflection.operations.server.ts';
import { listMotivation } from './reflection.queries.server.ts';
import { motivationSchema } from './reflection.schema.ts';
import { reflectionSentences, reflectionText } from './reflection.text.ts';
import { MotivationFields } from './reflection-fields.tsx';

const params = z.object({ id: id() });

/** Motivation at the start, measured once. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayEdit) throw new NotFound('route');
  const told = await listMotivation(ctx, params.id);
  const isTold = told.some(({ reflectionId }) => reflectionId === null);
  return { id: route.id, refusal: isTold ? reflectionSentences['motivation-already-told'] : null };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: motivationSchema,
    labels: reflectionText.labels,
    sentences: reflectionSentences,
  },
  async ({ ctx, params, input }) => {
    await tellMotivation(ctx, params.id, input);
    return { to: paths.route(params.id), done: reflectionText.motivationSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${reflectionText.motivationTitle} — ${uiText.brand}` }];

export default function MotivationPage() {
  const { id, refusal } = useLoaderData<typeof loader>();
  return (
    <Page
      title={reflectionText.motivationTitle}
      lede={reflectionText.motivationLede}
      back={{ href: paths.route(id), text: reflectionText.backToRoute }}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={useActionData<typeof action>()} cancel={paths.route(id)}>
          <MotivationFields />
        </Form>
      </Card>
    </Page>
  );
}
