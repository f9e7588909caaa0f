import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listOfferKeepers } from './offer.queries.server.ts';
import { offerUploadSchema } from './offer.schema.ts';
import { offerSentences, offerText } from './offer.text.ts';
import { uploadOffers } from './offer-import.operations.server.ts';
import { OfferKeeperField } from './offer-keeper-field.tsx';
import { offerImportText as t } from './offer-sheet.text.ts';

/** A file with entries of one's register. */
export const loader = pageLoader({ need: 'offer.manage' }, async ({ ctx }) => ({
  keepers: await listOfferKeepers(ctx),
}));

export const action = formAction(
  {
    need: 'offer.manage',
    schema: offerUploadSchema,
    labels: offerText.labels,
    sentences: offerSentences,
    hasFile: true,
  },
  async ({ ctx, input, services }) => {
    const { unitId, file } = input;
    const bytes = file === null ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
    const { id } = await uploadOffers(ctx, services, { unitId, fileName: file?.name ?? '', bytes });
    return { to: paths.offerImported(id), done: t.checked };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function OfferImportPage() {
  const { keepers } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.title} lede={t.lede} back={{ href: paths.offers(), text: offerText.back }} narrow>
      <Card>
        <Form problem={problem} multipart submit={t.check} cancel={paths.offers()}>
          <OfferKeeperField keepers={keepers} />
          <FileField name="file" label={offerText.labels.file} hint={t.columns} accept=".xlsx,.csv" />
        </Form>
      </Card>
    </Page>
  );
}
