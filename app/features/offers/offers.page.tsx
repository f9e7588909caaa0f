import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayHold } from '#app/access/actor.ts';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { type Column, Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { listOffers, type ShownOffer } from './offer.queries.server.ts';
import { OFFER_PLACES, type OfferFilter, offerFilterSchema } from './offer.schema.ts';
import { offerKindNames, offerText as t } from './offer.text.ts';
import { OFFER_KINDS } from './offer.ts';
import { offerImportText } from './offer-sheet.text.ts';

/** The register: federal entries and those of the own region, by area, kind and words. */
export const loader = pageLoader({ need: 'offer.read', query: offerFilterSchema }, async ({ ctx, query }) => ({
  filter: query,
  ...(await listOffers(ctx, query)),
  mayAdd: mayHold(ctx.actor, 'offer.manage'),
}));

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function OffersPage() {
  const { filter, total, offers, mayAdd } = useLoaderData<typeof loader>();
  const isWhole = [filter.search, filter.area, filter.kind, filter.from, filter.counts].every((part) => part === '');
  const back = filter.route ? { href: paths.route(filter.route), text: t.takeOwn } : undefined;
  return (
    <Page
      title={t.title}
      lede={filter.route ? t.ledeRoute : t.lede}
      back={back}
      actions={mayAdd ? <Acts /> : undefined}
    >
      <Card>
        <OfferFilterForm filter={filter} isWhole={isWhole} />
        {total > 0 ? <p className="mute">{t.found(total)}</p> : null}
        <Table
          caption={t.title}
          rows={offers}
          rowKey={(offer) => offer.id}
          empty={isWhole ? t.empty : t.emptyFound}
          columns={columnsFor(filter.route)}
        />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={total} href={(page) => hrefOf(filter, page)} />
      </Card>
    </Page>
  );
}

function Acts() {
  return (
    <>
      <ButtonLink href={paths.offerAdd()} text={t.add} primary />
      <ButtonLink href={paths.offerImport()} text={offerImportText.title} />
    </>
  );
}

function OfferFilterForm({ filter, isWhole }: { filter: OfferFilter; isWhole: boolean }) {
  const route = filter.route ?? undefined;
  return (
    <Filter reset={isWhole ? undefined : paths.offers(route)} keep={{ route }}>
      <TextField name="search" label={t.search} type="search" width="20" defaultValue={filter.search} />
      <SelectField
        name="area"
        label={t.area}
        empty={t.anyArea}
        defaultValue={filter.area}
        options={AREAS.map((area) => ({ value: area, text: areaNames[area] }))}
      />
      <SelectField
        name="kind"
        label={t.kind}
        empty={t.anyKind}
        defaultValue={filter.kind}
        options={OFFER_KINDS.map((kind) => ({ value: kind, text: offerKindNames[kind] }))}
      />
      <SelectField
        name="from"
        label={t.from}
        empty={t.anyFrom}
        defaultValue={filter.from}
        options={OFFER_PLACES.map((from) => ({ value: from, text: t.places[from] }))}
      />
      <CheckboxField name="counts" label={t.countsOnly} defaultChecked={filter.counts === 'yes'} />
    </Filter>
  );
}

function columnsFor(route: string | null): Column<ShownOffer>[] {
  const words = t.columns;
  const take: Column<ShownOffer> = {
    title: '',
    cell: (offer) => (route ? <a href={paths.routeStepFromOffer(route, offer.id)}>{t.take}</a> : null),
  };
  return [
    { title: words.title, heading: true, cell: (offer) => <OfferCell offer={offer} /> },
    { title: words.provider, cell: (offer) => offer.providerName },
    { title: words.when, cell: (offer) => t.term(day(offer.startsOn), day(offer.endsOn)) },
    { title: words.hours, align: 'num', cell: (offer) => offer.hours ?? uiText.notCounted },
    { title: words.keeper, cell: (offer) => (offer.isFederal ? t.federal : offer.keeper) },
    ...(route ? [take] : []),
  ];
}

function OfferCell({ offer }: { offer: ShownOffer }) {
  return (
    <>
      <a href={paths.offer(offer.id)}>{offer.title}</a> {offer.counts ? null : <Tag tone="warn">{t.notCounted}</Tag>}
      <div className="mute">
        {[offerKindNames[offer.kind], ...offer.areas.map((area) => areaNames[area])].join(' · ')}
      </div>
    </>
  );
}

function day(on: string | null): string | null {
  return on ? formatDay(on) : null;
}

function hrefOf({ route, page: _, ...filter }: OfferFilter, page: number): string {
  const parts = { ...filter, ...(route ? { route } : {}), page: String(page) };
  return `${paths.offers()}?${new URLSearchParams(parts)}`;
}
