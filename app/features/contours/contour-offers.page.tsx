import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { contourParams } from './contour.schema.ts';
import { contourAreaText, contourText } from './contour.text.ts';
import { findContourArea } from './contour-area.queries.server.ts';
import { countOffersOf, listOffersOf } from './contour-offer.queries.server.ts';
import { offersQuery } from './contour-offer.schema.ts';
import { offerPeriod, offerStateNames, offerStateTones, offerText as t } from './contour-offer.text.ts';
import { offerState } from './contour-offer.ts';

/** What was offered to the organisations of an area, and what they answered. */
export const loader = pageLoader(
  { need: 'contour.read', params: contourParams, query: offersQuery },
  async ({ ctx, params, query }) => {
    const area = await findContourArea(ctx, params.unitId);
    const rows = await listOffersOf(ctx, area.id, query);
    return {
      area,
      filter: query,
      total: await countOffersOf(ctx, area.id, query),
      offers: rows.map((offer) => {
        const isSettled = !offer.isToAll && offer.accepted > 0;
        const state = offerState({ ...offer, answer: isSettled ? 'accepted' : null }, ctx.today);
        return { ...offer, state, mayWithdraw: offer.isOwn && state === 'open' };
      }),
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? t.listTitle(data.area.shortName) : contourText.title} — ${uiText.brand}` },
];

export default function ContourOffersPage() {
  const { area, filter, total, offers } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.listTitle(area.shortName)}
      lede={t.listLede}
      back={{ href: paths.contourArea(area.id), text: contourText.of(area.shortName) }}
      actions={
        area.mayOffer ? (
          <ButtonLink href={paths.contourOffer(area.id)} text={contourAreaText.offerAll} primary />
        ) : undefined
      }
    >
      {total === 0 && !filter.open ? null : (
        <Filter reset={filter.open ? paths.contourOffers(area.id) : undefined}>
          <CheckboxField name="open" label={t.onlyOpen} defaultChecked={filter.open === 'yes'} />
        </Filter>
      )}
      <Card>
        <Table
          caption={t.listTitle(area.shortName)}
          rows={offers}
          rowKey={(offer) => offer.id}
          empty={filter.open ? t.listEmptyOpen : t.listEmpty}
          columns={[
            { title: t.component, heading: true, cell: (offer) => offer.component },
            { title: t.target, cell: (offer) => (offer.isToAll ? t.all(offer.target) : offer.target) },
            { title: t.provider, cell: (offer) => offer.provider },
            { title: t.period, cell: (offer) => offerPeriod(offer.startedOn, offer.endedOn) },
            { title: t.answers, cell: (offer) => t.answersOf(offer.accepted, offer.declined) },
            {
              title: t.state,
              cell: (offer) => <Tag tone={offerStateTones[offer.state]}>{offerStateNames[offer.state]}</Tag>,
            },
            {
              title: <span className="govuk-visually-hidden">{t.action}</span>,
              cell: (offer) =>
                offer.mayWithdraw ? (
                  <a href={paths.offerWithdraw(offer.id)}>
                    {t.withdraw}
                    <span className="govuk-visually-hidden">: {offer.component}</span>
                  </a>
                ) : null,
            },
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) =>
            `${paths.contourOffers(area.id)}?${new URLSearchParams({ ...(filter.open ? { open: 'yes' } : {}), page: String(page) })}`
          }
        />
      </Card>
    </Page>
  );
}
