import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Figures } from '#app/ui/Figures.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { offerImportSchema, offerParams } from './offer.schema.ts';
import { offerKindNames, offerSentences, offerText } from './offer.text.ts';
import { applyOffers } from './offer-import.operations.server.ts';
import { findOfferImport } from './offer-import.queries.server.ts';
import { offerRowSentences, offerImportText as t } from './offer-sheet.text.ts';

/** What a file would write, and the act of writing it. */
export const loader = pageLoader({ need: 'offerImport.read', params: offerParams }, ({ ctx, params }) =>
  findOfferImport(ctx, params.id),
);

export const action = formAction(
  {
    need: 'offerImport.read',
    params: offerParams,
    schema: offerImportSchema,
    labels: offerText.labels,
    sentences: offerSentences,
  },
  async ({ ctx, params, input }) => {
    await applyOffers(ctx, params.id, input);
    return { to: paths.offers(), done: t.applied };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function OfferImportedPage() {
  const { fileName, version, isApplied, counts, entries, refusals } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const words = offerText.columns;
  const refusal = isApplied ? 'offer-import-applied' : entries.length === 0 ? 'offer-import-empty' : null;
  return (
    <Page title={t.checkedTitle(fileName)} lede={t.lede} back={{ href: paths.offers(), text: offerText.back }}>
      <Figures
        items={[
          { value: counts.added, label: t.added },
          { value: counts.updated, label: t.updated },
          { value: counts.refused, label: t.refused },
        ]}
      />
      <Card>
        <Form
          refusal={refusal && offerSentences[refusal]}
          problem={problem}
          version={version}
          submit={t.apply}
          cancel={paths.offerImport()}
        />
      </Card>
      <Card title={t.refusedTitle}>
        {refusals.length > 0 ? <p className="mute">{t.refusedLede}</p> : null}
        <Table
          caption={t.refusedTitle}
          rows={refusals}
          rowKey={(row) => String(row.row)}
          empty={t.none}
          columns={[
            { title: t.row, heading: true, cell: (row) => row.row },
            { title: t.reason, cell: (row) => offerRowSentences[row.code] },
            { title: t.value, cell: (row) => row.value },
          ]}
        />
        {counts.refused > refusals.length ? <p className="mute">{t.most}</p> : null}
      </Card>
      <Card title={t.entriesTitle}>
        <Table
          caption={t.entriesTitle}
          rows={entries.map((entry, index) => ({ ...entry, index }))}
          rowKey={(row) => String(row.index)}
          empty={offerSentences['offer-import-empty']}
          columns={[
            { title: words.title, heading: true, cell: (row) => row.title },
            { title: offerText.kind, cell: (row) => offerKindNames[row.kind] },
            { title: words.provider, cell: (row) => row.providerName },
            { title: offerText.facts.number, cell: (row) => row.number ?? uiText.notCounted },
          ]}
        />
        {counts.added + counts.updated > entries.length ? <p className="mute">{t.most}</p> : null}
      </Card>
    </Page>
  );
}
