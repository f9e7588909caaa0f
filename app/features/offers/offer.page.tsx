import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList, type SummaryRow } from '#app/ui/SummaryList.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { findOffer } from './offer.queries.server.ts';
import { offerParams } from './offer.schema.ts';
import { offerKindNames, providerKindNames, offerText as t } from './offer.text.ts';
import { findOptionalOwnRoute } from './own-route.server.ts';

/** One offer, with the way into one's own route. */
export const loader = pageLoader({ need: 'offer.read', params: offerParams }, async ({ ctx, params }) => {
  const [offer, ownRoute] = await Promise.all([findOffer(ctx, params.id), findOptionalOwnRoute(ctx)]);
  const { version: _, ...shown } = offer;
  return { offer: shown, ownRoute };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.offer.title ?? t.title} — ${uiText.brand}` },
];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function OfferPage() {
  const { offer, ownRoute } = useLoaderData<typeof loader>();
  return (
    <Page
      title={offer.title}
      back={{ href: paths.offers(), text: t.back }}
      actions={<Acts offer={offer} ownRoute={ownRoute} />}
    >
      {offer.counts ? null : (
        <Notice tone="warn" title={t.warning.title}>
          <p>{t.warning.text}</p>
        </Notice>
      )}
      <Card>
        {offer.isOpen ? null : (
          <p>
            <Tag>{offer.isClosed ? t.closed : t.over}</Tag>
          </p>
        )}
        <SummaryList rows={rowsOf(offer)} />
      </Card>
    </Page>
  );
}

function Acts({ offer, ownRoute }: Pick<Data, 'offer' | 'ownRoute'>) {
  return (
    <>
      {ownRoute && offer.isOpen ? (
        <ButtonLink href={paths.routeStepFromOffer(ownRoute, offer.id)} text={t.takeOwn} primary />
      ) : null}
      {offer.mayManage && !offer.isClosed ? (
        <>
          <ButtonLink href={paths.offerEdit(offer.id)} text={t.edit} />
          <ButtonLink href={paths.offerEnd(offer.id)} text={t.end} />
        </>
      ) : null}
    </>
  );
}

function rowsOf(offer: Data['offer']): SummaryRow[] {
  const words = t.facts;
  const when = t.term(offer.startsOn ? formatDay(offer.startsOn) : null, offer.endsOn ? formatDay(offer.endsOn) : null);
  return [
    { key: words.kind, value: offerKindNames[offer.kind] },
    ...(offer.number ? [{ key: words.number, value: offer.number }] : []),
    { key: words.provider, value: `${offer.providerName}, ${providerKindNames[offer.providerKind]}` },
    { key: words.areas, value: offer.areas.map((area) => areaNames[area]).join('; ') },
    ...(offer.hours === null ? [] : [{ key: words.hours, value: offer.hours }]),
    ...(offer.places === null ? [] : [{ key: words.places, value: offer.places }]),
    { key: words.when, value: when },
    ...(offer.place ? [{ key: words.place, value: offer.place }] : []),
    ...(offer.link ? [{ key: words.link, value: <a href={offer.link}>{offer.link}</a> }] : []),
    ...(offer.about ? [{ key: words.about, value: offer.about }] : []),
    { key: words.keeper, value: offer.isFederal ? t.federal : offer.keeper },
  ];
}
