import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findComponentState, listLocations } from './contour.queries.server.ts';
import { contourSentences, contourText } from './contour.text.ts';
import { findOfferTo } from './contour-offer.queries.server.ts';
import { offerAcceptSchema, offerAnswerParams } from './contour-offer.schema.ts';
import { offerLabels, offerSentences, offerText as t } from './contour-offer.text.ts';
import { ruleAgainstAccepting } from './contour-offer.ts';
import { acceptOffer } from './offer-answer.operations.server.ts';
import { OfferView } from './offer-view.tsx';

/** The head accepts what the municipality or region offers. */
export const loader = pageLoader({ need: 'contour.place', params: offerAnswerParams }, async ({ ctx, params }) => {
  const { unitName, ...offer } = await findOfferTo(ctx, params.unitId, params.offerId);
  const state = await findComponentState(ctx, params.unitId, offer.componentCode, ctx.today);
  const { version } = await listLocations(ctx, params.unitId, offer.componentCode);
  const from = offer.startedOn > ctx.today ? offer.startedOn : ctx.today;
  const replaced = state.place === 'inside' ? contourText.ours : state.place === 'outside' ? state.provider : null;
  const refusal = ruleAgainstAccepting(offer, ctx.today);
  return { unitId: params.unitId, unitName, offer, version, from, replaced, refusal };
});

export const action = formAction(
  {
    need: 'contour.place',
    params: offerAnswerParams,
    schema: offerAcceptSchema,
    labels: offerLabels,
    sentences: { ...contourSentences, ...offerSentences },
  },
  async ({ ctx, params, input }) => {
    await acceptOffer(ctx, params.unitId, params.offerId, input);
    return { to: paths.contour(params.unitId), done: t.accepted };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.accept} — ${uiText.brand}` }];

export default function OfferAcceptPage() {
  const { unitId, unitName, offer, version, from, replaced, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.contour(unitId), text: contourText.of(unitName) };
  return (
    <Page title={t.acceptTitle(offer.component)} lede={t.acceptLede} back={back} narrow>
      <Card>
        <OfferView offer={offer} />
        {replaced === null ? null : <p className="mute">{t.acceptReplaces(replaced)}</p>}
        <Form
          refusal={refusal && offerSentences[refusal]}
          problem={problem}
          version={version}
          submit={t.accept}
          cancel={back.href}
        >
          <DateField name="from" label={offerLabels.from} defaultValue={from} />
        </Form>
      </Card>
    </Page>
  );
}
