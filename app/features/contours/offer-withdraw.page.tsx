import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { withdrawOffer } from './contour-offer.operations.server.ts';
import { findOwnOffer } from './contour-offer.queries.server.ts';
import { offerParams, offerWithdrawSchema } from './contour-offer.schema.ts';
import { offerLabels, offerPeriod, offerSentences, offerText as t } from './contour-offer.text.ts';
import { ruleAgainstWithdrawing } from './contour-offer.ts';

/** Taking back an offer the municipality or region has made. */
export const loader = pageLoader({ need: 'contour.offer', params: offerParams }, async ({ ctx, params }) => {
  const offer = await findOwnOffer(ctx, params.id);
  return { offer, refusal: ruleAgainstWithdrawing(offer) };
});

export const action = formAction(
  {
    need: 'contour.offer',
    params: offerParams,
    schema: offerWithdrawSchema,
    labels: offerLabels,
    sentences: offerSentences,
  },
  async ({ ctx, params, input }) => {
    const { unitId } = await findOwnOffer(ctx, params.id);
    await withdrawOffer(ctx, params.id, input);
    return { to: paths.contourOffers(unitId), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdraw} — ${uiText.brand}` }];

export default function OfferWithdrawPage() {
  const { offer, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.contourOffers(offer.unitId), text: t.toList };
  return (
    <Page title={t.withdrawTitle(offer.component)} lede={t.withdrawLede} back={back} narrow>
      <Card>
        <SummaryList
          rows={[
            { key: t.target, value: offer.target },
            { key: t.provider, value: offer.provider },
            { key: t.period, value: offerPeriod(offer.startedOn, offer.endedOn) },
            { key: t.ground, value: offer.ground },
          ]}
        />
        <Form
          refusal={refusal && offerSentences[refusal]}
          problem={problem}
          version={offer.version}
          submit={t.withdraw}
          danger
          cancel={back.href}
        />
      </Card>
    </Page>
  );
}
