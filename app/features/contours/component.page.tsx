import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findComponentState, findContourUnit, listLocations } from './contour.queries.server.ts';
import { componentParams } from './contour.schema.ts';
import { contourAreaText, contourSentences, hintWords, contourText as t } from './contour.text.ts';
import { ruleAgainstEndingAtAll } from './contour.ts';
import { findHints } from './contour-hints.queries.server.ts';
import { listOffersTo } from './contour-offer.queries.server.ts';
import { GroundWords, OfferList, PlaceTag } from './contour-parts.tsx';

/** One component of an organisation: what it is, its history, what is on offer, and what can be done. */
export const loader = pageLoader({ need: 'contour.read', params: componentParams }, async ({ ctx, params }) => {
  const unit = await findContourUnit(ctx, params.unitId);
  const { code, name, about, mayBeOutside, gap } = await findComponentState(ctx, unit.id, params.code, ctx.today);
  const { periods } = await listLocations(ctx, unit.id, code);
  const hints: Partial<Record<string, boolean>> = await findHints(ctx, unit.id);
  const isOpen = unit.endedOn === null || unit.endedOn >= ctx.today;
  return {
    unit: { id: unit.id, name: unit.name, mayPlace: unit.mayPlace && isOpen, mayOffer: unit.mayOffer && isOpen },
    component: { code, name, about, mayBeOutside },
    gap,
    periods: periods.map((period) => ({ ...period, isComing: period.startedOn > ctx.today })),
    hint: hints[code] ?? null,
    offers: (await listOffersTo(ctx, unit.id)).filter(({ componentCode }) => componentCode === code),
    endRefusal: ruleAgainstEndingAtAll(periods[0], ctx.today),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.component.name ?? t.component} — ${uiText.brand}` },
];

export default function ComponentPage() {
  const { unit, component, gap, periods, hint, offers } = useLoaderData<typeof loader>();
  return (
    <Page
      title={component.name}
      lede={component.about}
      back={{ href: paths.contour(unit.id), text: t.backToUnit(unit.name) }}
      actions={<Acts />}
    >
      {gap ? <Notice tone="warn">{t.gapWhy(gap)}</Notice> : null}
      {hint === null ? null : <p className="mute">{hintWords(component.code, hint)}</p>}
      {component.mayBeOutside ? (
        <Card title={t.offersFor}>
          <OfferList unitId={unit.id} offers={offers} mayAnswer={unit.mayPlace} />
        </Card>
      ) : null}
      <Card title={t.history}>
        <Table
          caption={t.history}
          rows={periods}
          rowKey={(period) => period.id}
          empty={t.historyEmpty}
          columns={[
            {
              title: t.period,
              heading: true,
              cell: (period) =>
                period.isComing ? t.coming(formatDay(period.startedOn)) : t.periodOf(period.startedOn, period.endedOn),
            },
            { title: t.place, cell: (period) => <PlaceTag place={period.place} /> },
            { title: t.provider, cell: (period) => (period.place === 'inside' ? t.ours : period.provider) },
            { title: t.ground, cell: (period) => <GroundWords {...period} /> },
            { title: t.endReason, cell: (period) => period.endReason },
          ]}
        />
      </Card>
    </Page>
  );
}

function Acts() {
  const { unit, component, endRefusal } = useLoaderData<typeof loader>();
  if (!unit.mayPlace && !unit.mayOffer) return null;
  return (
    <>
      {unit.mayPlace ? (
        <>
          <ButtonLink href={paths.componentInside(unit.id, component.code)} text={t.toInside} />
          {component.mayBeOutside ? (
            <ButtonLink href={paths.componentOutside(unit.id, component.code)} text={t.toOutside} />
          ) : (
            <DisabledAct text={t.toOutside} reason={contourSentences['component-stays-inside']} />
          )}
          {endRefusal ? null : <ButtonLink href={paths.componentEnd(unit.id, component.code)} text={t.end} />}
        </>
      ) : null}
      {unit.mayOffer && component.mayBeOutside ? (
        <ButtonLink href={paths.contourOffer(unit.id, component.code)} text={contourAreaText.offer} />
      ) : null}
    </>
  );
}
