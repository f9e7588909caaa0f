import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import type { Id } from '#db/schema.ts';
import { areaNames } from '../people/competence-area.text.ts';
import type { Area } from '../people/competence-area.ts';
import type { ShownOffer } from './offer.queries.server.ts';
import { offerText as t } from './offer.text.ts';

/** Offers for the open deficits of a route, each with the reason it is suggested; nothing when there are none. */
export function OfferSuggestions(props: {
  routeId: Id;
  suggestions: readonly { area: Area; offer: Pick<ShownOffer, 'id' | 'title' | 'counts' | 'startsOn' | 'places'> }[];
}) {
  if (props.suggestions.length === 0) return null;
  return (
    <Card title={t.suggested} aside={<a href={paths.offers(props.routeId)}>{t.allOffers}</a>}>
      <TaskList
        items={props.suggestions.map(({ area, offer }) => ({
          key: `${area}-${offer.id}`,
          title: offer.title,
          href: paths.offer(offer.id),
          why: t.because(areaNames[area], reasonOf(offer)),
          tag: offer.counts ? null : <Tag tone="warn">{t.notCounted}</Tag>,
          action: { href: paths.routeStepFromOffer(props.routeId, offer.id), text: t.take },
        }))}
      />
    </Card>
  );
}

function reasonOf(offer: Pick<ShownOffer, 'counts' | 'startsOn' | 'places'>): string {
  return [
    offer.counts ? t.reasonCounts : null,
    offer.startsOn ? t.reasonSoon(formatDay(offer.startsOn)) : null,
    offer.places === null ? null : t.reasonPlaces(offer.places),
  ]
    .filter(Boolean)
    .join(', ');
}
