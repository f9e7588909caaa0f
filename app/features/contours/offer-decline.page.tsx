import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { contourText } from './contour.text.ts';
import { findOfferTo } from './contour-offer.queries.server.ts';
import { offerAnswerParams, offerDeclineSchema } from './contour-offer.schema.ts';
import { offerLabels, offerSentences, offerText as t } from './contour-offer.text.ts';
import { ruleAgainstDeclining } from './contour-offer.ts';
import { declineOffer } from './offer-answer.operations.server.ts';
import { OfferView } from './offer-view.tsx';

/** The head declines what the municipality or region offers. */
export const loader = pageLoader({ need: 'contour.place', params: offerAnswerParams }, async ({ ctx, params }) => {
  const { unitName, ...offer } = await findOfferTo(ctx, params.unitId, params.offerId);
  return { unitId: params.unitId, unitName, offer, refusal: ruleAgainstDeclining(offer, ctx.today) };
});

export const action = formAction(
  {
    need: 'contour.place',
    params: offerAnswerParams,
    schema: offerDeclineSchema,
    labels: offerLabels,
    sentences: offerSentences,
  },
  async ({ ctx, params, input }) => {
    await declineOffer(ctx, params.unitId, params.offerId, input);
    return { to: paths.contour(params.unitId), done: t.declined };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.decline} — ${uiText.brand}` }];

export default function OfferDeclinePage() {
  const { unitId, unitName, offer, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.contour(unitId), text: contourText.of(unitName) };
  return (
    <Page title={t.declineTitle(offer.component)} lede={t.declineLede} back={back} narrow>
      <Card>
        <OfferView offer={offer} />
        <Form refusal={refusal && offerSentences[refusal]} problem={problem} submit={t.decline} cancel={back.href}>
          <TextField name="reason" label={offerLabels.reason} optional />
        </Form>
      </Card>
    </Page>
  );
}
