import { SummaryList } from '#app/ui/SummaryList.tsx';
import type { OfferToUnit } from './contour-offer.queries.server.ts';
import { offerPeriod, offerText as t } from './contour-offer.text.ts';

/** What is offered, before the head answers. */
export function OfferView({ offer }: { offer: OfferToUnit }) {
  return (
    <SummaryList
      rows={[
        { key: t.provider, value: offer.provider },
        { key: t.from, value: offer.from },
        { key: t.period, value: offerPeriod(offer.startedOn, offer.endedOn) },
        { key: t.ground, value: offer.ground },
      ]}
    />
  );
}
