import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { editOffer } from './offer.operations.server.ts';
import { findOffer } from './offer.queries.server.ts';
import { offerEditSchema, offerParams } from './offer.schema.ts';
import { offerSentences, offerText as t } from './offer.text.ts';
import { OfferFields } from './offer-fields.tsx';

/** Correcting an entry of one's register. */
export const loader = pageLoader({ need: 'offer.manage', params: offerParams }, async ({ ctx, params }) => {
  const {
    mayManage,
    isClosed,
    isOpen: _,
    isFederal: __,
    counts: ___,
    keeper: ____,
    ...offer
  } = await findOffer(ctx, params.id);
  if (!mayManage) throw new NotFound('offer');
  return { offer, refusal: isClosed ? offerSentences['offer-already-ended'] : null };
});

export const action = formAction(
  { need: 'offer.manage', params: offerParams, schema: offerEditSchema, labels: t.labels, sentences: offerSentences },
  async ({ ctx, params, input }) => {
    await editOffer(ctx, params.id, input);
    return { to: paths.offer(params.id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.editTitle} — ${uiText.brand}` }];

export default function OfferEditPage() {
  const { offer, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.editTitle} back={{ href: paths.offer(offer.id), text: t.backToOffer }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} version={offer.version} cancel={paths.offer(offer.id)} keep>
          <OfferFields offer={offer} />
        </Form>
      </Card>
    </Page>
  );
}
