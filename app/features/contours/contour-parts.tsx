import { formatDay } from '#app/core/dates.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import type { Id } from '#db/schema.ts';
import { groundKindNames, placeNames, contourText as t } from './contour.text.ts';
import type { ComponentState, GroundKind, Place } from './contour.ts';
import type { OfferToUnit } from './contour-offer.queries.server.ts';
import { offerPeriod, offerText } from './contour-offer.text.ts';

/** Where a component stands, in a word. */
export function PlaceTag({ place }: { place: Place | null }) {
  if (place === null) return <Tag tone="bad">{t.gap}</Tag>;
  return <Tag tone={place === 'inside' ? 'ok' : 'info'}>{placeNames[place]}</Tag>;
}

/** The ground in words: its kind, then its requisites. */
export function GroundWords({ groundKind, ground }: { groundKind: GroundKind | null; ground: string | null }) {
  if (groundKind === null) return null;
  return ground ? `${groundKindNames[groundKind]}: ${ground}` : groundKindNames[groundKind];
}

/** Since when, and until when if that is known. */
export function sinceWords({ startedOn, endedOn, gap }: Pick<ComponentState, 'startedOn' | 'endedOn' | 'gap'>): string {
  if (startedOn === null || gap) return '';
  return endedOn ? `${formatDay(startedOn)}, ${t.until(endedOn)}` : formatDay(startedOn);
}

/** Offers to the organisation, each with what its head can do. */
export function OfferList(props: {
  unitId: Id;
  offers: readonly OfferToUnit[];
  mayAnswer: boolean;
  isNamed?: boolean;
}) {
  const { unitId, offers, mayAnswer, isNamed } = props;
  return (
    <TaskList
      empty={t.noOffers}
      items={offers.map((offer) => ({
        key: offer.id,
        title: isNamed ? `${offer.component}: ${offer.provider}` : offer.provider,
        why: `${offer.from} · ${offerPeriod(offer.startedOn, offer.endedOn)} · ${offer.ground}`,
        tag: offer.isDeclined ? <Tag>{offerText.declinedBefore}</Tag> : null,
        action: mayAnswer ? (
          <>
            <ButtonLink href={paths.offerAccept(unitId, offer.id)} text={offerText.accept} />
            {offer.isDeclined ? null : (
              <ButtonLink href={paths.offerDecline(unitId, offer.id)} text={offerText.decline} />
            )}
          </>
        ) : null,
      }))}
    />
  );
}
