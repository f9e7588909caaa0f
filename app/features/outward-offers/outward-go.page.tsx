import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { suggestMentors } from '../mentor-choice/suggestions.server.ts';
import { letOutside } from './outward-consent.operations.server.ts';
import { findOwnRequest } from './outward-offer.queries.server.ts';
import { outwardParams, outwardVersionSchema } from './outward-offer.schema.ts';
import { outwardSentences, outwardText as t } from './outward-offer.text.ts';
import { ruleAgainstGoing } from './outward-offer.ts';

/** The mentee lets the request go outside: who will see what, and when it is possible (BR-10). */
export const loader = pageLoader({ need: 'request.outward', params: outwardParams }, async ({ ctx, params }) => {
  const request = await findOwnRequest(ctx, params.id);
  const { suitable } = await suggestMentors(ctx, request);
  return {
    id: request.id,
    version: request.version,
    inside: suitable === 0 ? t.goNobody : t.goSome(suitable, request.openedOn),
    refusal: ruleAgainstGoing(request, suitable, ctx.today),
  };
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
    await letOutside(ctx, params.id, input);
    return { to: paths.request(params.id), done: t.gone };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.goTitle} — ${uiText.brand}` }];

export default function OutwardGoPage() {
  const { id, version, inside, refusal } = useLoaderData<typeof loader>();
  const back = paths.request(id);
  return (
    <Page title={t.goTitle} lede={t.goLede} back={{ href: back, text: t.backToRequest }} narrow>
      <Card>
        <p>{inside}</p>
        <p>{t.goSees}</p>
        <p>{t.goBack}</p>
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal && outwardSentences[refusal]}
          version={version}
          submit={t.go}
          cancel={back}
        />
      </Card>
    </Page>
  );
}
