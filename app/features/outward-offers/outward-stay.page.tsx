import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { keepInside } from './outward-consent.operations.server.ts';
import { findOwnRequest } from './outward-offer.queries.server.ts';
import { outwardParams, outwardVersionSchema } from './outward-offer.schema.ts';
import { outwardSentences, outwardText as t } from './outward-offer.text.ts';
import { ruleAgainstReturning } from './outward-offer.ts';

/** The mentee takes the permission to look outside back. */
export const loader = pageLoader({ need: 'request.outward', params: outwardParams }, async ({ ctx, params }) => {
  const request = await findOwnRequest(ctx, params.id);
  return { id: request.id, version: request.version, refusal: ruleAgainstReturning(request) };
});

export const action = formAction(
  {
    need: 'request.outward',
    params: outwardParams,
    schema: outwardVersionSchema,
    labels: t.labels,
    sentences: outwardSentences,
  },
  async ({ ctx, params, input }) => {
    await keepInside(ctx, params.id, input);
    return { to: paths.request(params.id), done: t.stayed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.stayTitle} — ${uiText.brand}` }];

export default function OutwardStayPage() {
  const { id, version, refusal } = useLoaderData<typeof loader>();
  const back = paths.request(id);
  return (
    <Page title={t.stayTitle} lede={t.stayLede} back={{ href: back, text: t.backToRequest }} narrow>
      <Card>
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal && outwardSentences[refusal]}
          version={version}
          submit={t.stay}
          cancel={back}
        />
      </Card>
    </Page>
  );
}
