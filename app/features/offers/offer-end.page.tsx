import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { endOffer } from './offer.operations.server.ts';
import { findOffer } from './offer.queries.server.ts';
import { offerEndSchema, offerParams } from './offer.schema.ts';
import { offerSentences, offerText as t } from './offer.text.ts';

/** Taking an entry out of the register. */
export const loader = pageLoader({ need: 'offer.manage', params: offerParams }, async ({ ctx, params }) => {
  const { id, title, version, mayManage, isClosed } = await findOffer(ctx, params.id);
  if (!mayManage) throw new NotFound('offer');
  return { id, title, version, refusal: isClosed ? offerSentences['offer-already-ended'] : null };
});

export const action = formAction(
  { need: 'offer.manage', params: offerParams, schema: offerEndSchema, labels: t.labels, sentences: offerSentences },
  async ({ ctx, params, input }) => {
    await endOffer(ctx, params.id, input);
    return { to: paths.offers(), done: t.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.end} — ${uiText.brand}` }];

export default function OfferEndPage() {
  const { id, title, version, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.endTitle(title)} lede={t.endLede} back={{ href: paths.offer(id), text: t.backToOffer }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} version={version} submit={t.end} danger cancel={paths.offer(id)} />
      </Card>
    </Page>
  );
}
