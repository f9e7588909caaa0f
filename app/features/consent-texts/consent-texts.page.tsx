import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listRecordedTexts, listTextKeepers } from './consent-text.queries.server.ts';
import { purposeNames, sourceNames, consentTextText as t } from './consent-text.text.ts';
import { findTextsInForce } from './text-in-force.server.ts';

/** Which text of each consent is signed now, and the texts recorded by the actor's places. */
export const loader = pageLoader({ need: 'consentText.manage' }, async ({ ctx }) => {
  const [keepers, recorded] = await Promise.all([listTextKeepers(ctx), listRecordedTexts(ctx)]);
  const [keeper] = keepers;
  const place = keeper ? { unitId: keeper.id, regionId: keeper.regionId } : null;
  const texts = place ? [...(await findTextsInForce(ctx, place, ctx.today)).values()] : [];
  return { recorded, texts: texts.map(({ purpose, source, startedOn }) => ({ purpose, source, startedOn })) };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function ConsentTextsPage() {
  const { texts, recorded } = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.lede} back={{ href: paths.home(), text: uiText.back }}>
      <Card>
        <Table
          caption={t.title}
          rows={texts}
          rowKey={({ purpose }) => purpose}
          empty={t.ownEmpty}
          columns={[
            { title: t.purpose, heading: true, cell: ({ purpose }) => purposeNames[purpose] },
            { title: t.whose, cell: ({ source, startedOn }) => `${sourceNames[source]}${t.since(startedOn)}` },
            {
              title: <span className="govuk-visually-hidden">{t.add}</span>,
              cell: ({ purpose }) => (
                <a href={paths.consentTextAdd(purpose)} aria-label={`${t.add}: ${purposeNames[purpose]}`}>
                  {t.add}
                </a>
              ),
            },
          ]}
        />
      </Card>
      <Card title={t.own}>
        <Table
          caption={t.own}
          rows={recorded}
          rowKey={({ id }) => id}
          empty={t.ownEmpty}
          columns={[
            { title: t.purpose, heading: true, cell: ({ purpose }) => purposeNames[purpose] },
            { title: t.unit, cell: ({ unitName }) => unitName },
            { title: t.period, cell: ({ startedOn, endedOn }) => t.periodOf(startedOn, endedOn) },
          ]}
        />
      </Card>
    </Page>
  );
}
