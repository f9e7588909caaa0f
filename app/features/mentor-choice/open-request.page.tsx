import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { personOf } from '#app/core/context.server.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { offerMyself } from './mentor-ask.operations.server.ts';
import { findOpenRequest } from './mentor-choice.queries.server.ts';
import { choiceParams, nothingSchema } from './mentor-choice.schema.ts';
import { choiceSentences, choiceText as t } from './mentor-choice.text.ts';
import { RequestOutline } from './request-outline.tsx';

/** A colleague's request without the name, and offering oneself. */
export const loader = pageLoader({ need: 'openRequest.read', params: choiceParams }, async ({ ctx, params }) => {
  const { id: _, openedOn, ...outline } = await findOpenRequest(ctx, params.id);
  return { openedOn, outline: { ...outline, name: null } };
});

export const action = formAction(
  { need: 'openRequest.read', params: choiceParams, schema: nothingSchema, labels: {}, sentences: choiceSentences },
  async ({ ctx, params }) => {
    const { id } = await offerMyself(ctx, params.id, personOf(ctx));
    return { to: paths.ask(id), done: t.offered };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.offerTitle} — ${uiText.brand}` }];

export default function OpenRequestPage() {
  const { outline } = useLoaderData<typeof loader>();
  return (
    <Page title={t.offerTitle} back={{ href: paths.openRequests(), text: t.backToOpen }} narrow>
      <Card>
        <RequestOutline outline={outline} />
      </Card>
      <Card>
        <p>{t.offerNote}</p>
        <Form problem={useActionData<typeof action>()} submit={t.offer} />
      </Card>
    </Page>
  );
}
