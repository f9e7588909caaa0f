import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { mayHold } from '#app/access/actor.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listOffersFor } from '../offers/offer.queries.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import {
  areaOfAddress,
  findCountedUnit,
  listDeficits,
  listPeopleWithDeficit,
  listRequestedAreas,
} from './deficits.queries.server.ts';
import { deficitText as t } from './deficits.text.ts';
import { mapOf } from './deficits.ts';

const MOST_OFFERS = 5;
const params = z.object({ unitId: id(), area: z.string() });

/** One cell of the map: who, where names may be seen, and what to offer. */
export const loader = pageLoader({ need: 'deficits.count', params }, async ({ ctx, params }) => {
  const area = areaOfAddress(params.area);
  const unit = await findCountedUnit(ctx, params.unitId);
  const [deficits, requested, people, offers] = await Promise.all([
    listDeficits(ctx),
    listRequestedAreas(ctx),
    listPeopleWithDeficit(ctx, params.unitId, area),
    listOffersFor(ctx, area, MOST_OFFERS),
  ]);
  const row = mapOf(deficits).rows.find((one) => one.id === unit.id);
  const asked = mapOf(requested).rows.find((one) => one.id === unit.id);
  return {
    ...{ area, people },
    unitName: unit.name,
    number: row ? row.numbers[area] : 0,
    requested: asked ? asked.numbers[area] : 0,
    offers: offers.map(({ id, title, providerName, counts }) => ({ id, title, providerName, counts })),
    mayAdd: mayHold(ctx.actor, 'offer.manage'),
    mayPropose: mayHold(ctx.actor, 'route.accompany'),
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function DeficitCellPage() {
  const { area, unitName, number, requested, people, offers, mayAdd, mayPropose } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.cellTitle(areaNames[area])}
      lede={t.cellLede(unitName, number)}
      back={{ href: paths.deficitMap(), text: t.title }}
    >
      <Card title={t.people}>
        {requested === 0 ? null : <p>{t.requested(requested)}</p>}
        <TaskList
          empty={number === 0 ? t.nobody : t.peopleHidden}
          items={people.map((person) => ({
            key: person.id,
            title: person.owner,
            action: { href: paths.route(person.id), text: t.open },
          }))}
        />
      </Card>
      <Card title={t.suggested} aside={<a href={paths.offersFor(area)}>{t.allOffers}</a>}>
        <TaskList
          empty={t.noOffer}
          items={offers.map((offer) => ({
            key: offer.id,
            title: offer.title,
            href: paths.offer(offer.id),
            why: offer.providerName,
            tag: offer.counts ? null : <Tag tone="warn">{t.notCounted}</Tag>,
            action: mayPropose ? { href: paths.groupPlan(offer.id), text: t.propose } : null,
          }))}
        />
        {mayAdd && offers.length === 0 ? <ButtonLink href={paths.offerAdd()} text={t.addOffer} /> : null}
      </Card>
    </Page>
  );
}
