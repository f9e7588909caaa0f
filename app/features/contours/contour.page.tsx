import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayHold } from '#app/access/actor.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findContourUnit, listComponentStates } from './contour.queries.server.ts';
import { contourParams, contourQuery } from './contour.schema.ts';
import { contourAreaText, gapNames, hintWords, contourText as t } from './contour.text.ts';
import type { ComponentState } from './contour.ts';
import { findHints } from './contour-hints.queries.server.ts';
import { listOffersTo } from './contour-offer.queries.server.ts';
import { GroundWords, OfferList, PlaceTag, sinceWords } from './contour-parts.tsx';

/** An organisation: every component, where it stands, who provides it and on what ground; gaps with what is on offer. */
export const loader = pageLoader(
  { need: 'contour.read', params: contourParams, query: contourQuery },
  async ({ ctx, params, query }) => {
    const unit = await findContourUnit(ctx, params.unitId);
    const day = query.day ?? ctx.today;
    const isToday = day === ctx.today;
    const { id, name, mayPlace, mayOffer, keepsAgreements, areaId } = unit;
    return {
      unit: { id, name, mayPlace, mayOffer, keepsAgreements, areaId },
      day,
      isToday,
      states: await listComponentStates(ctx, id, day),
      hints: isToday && mayHold(ctx.actor, 'contour.hint') ? await findHints(ctx, id) : {},
      offers: isToday ? await listOffersTo(ctx, id) : [],
    };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? t.of(data.unit.name) : t.title} — ${uiText.brand}` },
];

export default function ContourPage() {
  const { unit, day, isToday, states, hints, offers } = useLoaderData<typeof loader>();
  const count = (place: ComponentState['place']) => states.filter((state) => state.place === place).length;
  const gaps = states.filter((state) => state.gap !== null);
  return (
    <Page
      title={t.of(unit.name)}
      lede={t.lede(count('inside'), count('outside'), gaps.length)}
      back={unit.areaId ? { href: paths.contourArea(unit.areaId), text: t.toArea } : undefined}
      actions={
        <>
          {unit.mayOffer && isToday ? (
            <ButtonLink href={paths.contourOffer(unit.id)} text={contourAreaText.offer} primary />
          ) : null}
          {unit.keepsAgreements ? <ButtonLink href={paths.agreements()} text={t.toAgreements} /> : null}
        </>
      }
    >
      {isToday ? null : <Notice>{t.asOf(day)}</Notice>}
      {isToday && gaps.length > 0 ? (
        <Card title={t.gaps}>
          {gaps.map((state) => (
            <section key={state.code} className="gap">
              <p>
                <a href={paths.component(unit.id, state.code)}>{state.name}</a>{' '}
                <span className="mute">{state.gap ? gapNames[state.gap] : null}</span>
              </p>
              {offers.some(({ componentCode }) => componentCode === state.code) ? (
                <OfferList
                  unitId={unit.id}
                  offers={offers.filter(({ componentCode }) => componentCode === state.code)}
                  mayAnswer={unit.mayPlace}
                />
              ) : null}
            </section>
          ))}
        </Card>
      ) : null}
      <Card title={t.components}>
        <Filter submit={t.show} reset={isToday ? undefined : paths.contour(unit.id)} label={t.day}>
          <DateField name="day" label={t.day} hint="" defaultValue={day} />
        </Filter>
        <Table
          caption={t.components}
          rows={states}
          rowKey={(state) => state.code}
          empty={null}
          columns={[
            {
              title: t.component,
              heading: true,
              cell: (state) => (
                <>
                  <a href={paths.component(unit.id, state.code)}>{state.name}</a>
                  <Hint code={state.code} hints={hints} />
                </>
              ),
            },
            { title: t.place, cell: (state) => <PlaceTag place={state.place} /> },
            {
              title: t.provider,
              cell: (state) => (state.place === 'inside' ? t.ours : state.gap ? '' : state.provider),
            },
            { title: t.since, cell: sinceWords },
            { title: t.ground, cell: (state) => (state.gap ? '' : <GroundWords {...state} />) },
          ]}
        />
      </Card>
      <OtherOffers {...{ unit, states, offers }} />
    </Page>
  );
}

function Hint({ code, hints }: { code: string; hints: Readonly<Partial<Record<string, boolean>>> }) {
  const is = hints[code];
  return is === undefined ? null : <div className="mute">{hintWords(code, is)}</div>;
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

/** Offers for components that are not gaps: the head may still prefer them. */
function OtherOffers({ unit, states, offers }: Pick<Shown, 'unit' | 'states' | 'offers'>) {
  const filled = new Set(states.filter(({ gap }) => gap === null).map(({ code }) => code));
  const other = offers.filter(({ componentCode }) => filled.has(componentCode));
  if (other.length === 0) return null;
  return (
    <Card title={t.offersFor}>
      <OfferList unitId={unit.id} offers={other} mayAnswer={unit.mayPlace} isNamed />
    </Card>
  );
}
