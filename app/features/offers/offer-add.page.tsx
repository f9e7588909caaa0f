import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addOffer } from './offer.operations.server.ts';
import { listOfferKeepers } from './offer.queries.server.ts';
import { offerAddSchema } from './offer.schema.ts';
import { offerSentences, offerText as t } from './offer.text.ts';
import { OfferFields } from './offer-fields.tsx';
import { OfferKeeperField } from './offer-keeper-field.tsx';

/** A new entry of the register. */
export const loader = pageLoader({ need: 'offer.manage' }, async ({ ctx }) => ({
  keepers: await listOfferKeepers(ctx),
  onceKey: newId(),
}));

export const action = formAction(
  { need: 'offer.manage', schema: offerAddSchema, labels: t.labels, sentences: offerSentences },
  async ({ ctx, input, onceKey }) => {
    const { id } = await addOffer(ctx, input, onceKey);
    return { to: paths.offer(id), done: t.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.addTitle} — ${uiText.brand}` }];

export default function OfferAddPage() {
  const { keepers, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.addTitle} lede={t.addLede} back={{ href: paths.offers(), text: t.back }} narrow>
      <Card>
        <Form problem={problem} submit={t.add} cancel={paths.offers()} once={onceKey} keep>
          <OfferKeeperField keepers={keepers} />
          <OfferFields />
        </Form>
      </Card>
    </Page>
  );
}
