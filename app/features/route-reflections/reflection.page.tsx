import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { formatNumber } from '#app/ui/numbers.ts';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute, listPositions } from '../educational-routes/route.queries.server.ts';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { findOptionalFinal, listMotivation, listYears } from './reflection.queries.server.ts';
import { reflectionText } from './reflection.text.ts';
import { motivationOf } from './reflection.ts';

/** The years of a route looked back upon, and motivation from the start to the end. */
export const loader = pageLoader({ need: 'route.read', params: z.object({ id: id() }) }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (route.view !== 'whole') throw new NotFound('reflection');
  const [years, final, motivation, positions] = await Promise.all([
    listYears(ctx, params.id),
    findOptionalFinal(ctx, params.id),
    listMotivation(ctx, params.id),
    listPositions(ctx, params.id),
  ]);
  await recordLook(ctx, route, 'reflection');
  const { id, owner, isOwner, mayEdit } = route;
  const measured = motivation.map((told) => ({ reflectionId: told.reflectionId, value: motivationOf(told) }));
  return {
    route: { id, owner, isOwner, mayEdit },
    years,
    final,
    measured,
    today: ctx.today,
    isLast: positions.some(({ position, openedOn }) => position === 7 && openedOn !== null),
  };
});

export const meta: MetaFunction = () => [{ title: `${reflectionText.title} — ${uiText.brand}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function ReflectionPage() {
  const data = useLoaderData<typeof loader>();
  const { route } = data;
  const words = reflectionText.columns;
  return (
    <Page
      title={route.isOwner ? reflectionText.ownHeading : reflectionText.heading(route.owner)}
      lede={reflectionText.lede}
      back={{ href: paths.route(route.id), text: reflectionText.backToRoute }}
      actions={route.mayEdit ? <Acts data={data} /> : undefined}
    >
      <Card title={reflectionText.cycles}>
        <Table
          caption={reflectionText.cycles}
          rows={rowsOf(data)}
          rowKey={(row) => row.title}
          empty={null}
          columns={[
            { title: words.year, heading: true, cell: (row) => row.title },
            { title: words.term, cell: (row) => row.term },
            {
              title: words.review,
              cell: (row) =>
                row.reflectionId ? <a href={paths.routeReflection(row.reflectionId)}>{row.state}</a> : row.state,
            },
            { title: words.nearness, align: 'num', cell: (row) => shownTen(row.nearness) },
            { title: words.motivation, align: 'num', cell: (row) => shownFive(row.motivation) },
          ]}
        />
      </Card>
    </Page>
  );
}

function Acts({ data: { route, years, final, measured, today, isLast } }: { data: Data }) {
  const waiting = years.find((year) => year.reviewedOn === null && year.reviewOn <= today);
  const isMeasured = measured.some(({ reflectionId }) => reflectionId === null);
  const asksFinal = isLast && !final;
  return (
    <>
      {waiting && !asksFinal ? (
        <ButtonLink
          href={paths.routeYearReflect(route.id, waiting.number)}
          text={reflectionText.reflectYear(waiting.number)}
          primary
        />
      ) : null}
      {asksFinal ? (
        <ButtonLink href={paths.routeFinalReflect(route.id)} text={reflectionText.reflectFinally} primary />
      ) : null}
      {isMeasured ? null : <ButtonLink href={paths.routeMotivation(route.id)} text={reflectionText.measure} />}
    </>
  );
}

function rowsOf({ years, final, measured, today }: Data) {
  const motivationAt = (reflectionId: string | null) =>
    measured.find((told) => told.reflectionId === reflectionId)?.value ?? null;
  const start = {
    ...{ title: reflectionText.start, term: uiText.notCounted, state: uiText.notCounted, reflectionId: null },
    ...{ nearness: null, motivation: motivationAt(null) },
  };
  const lived = years.map((year) => ({
    title: reflectionText.cycle(year.number),
    term: reflectionText.cycleTerm(formatDay(year.startedOn), formatDay(year.endedOn)),
    state: stateOf(year, today),
    reflectionId: year.reflectionId,
    nearness: year.nearness,
    motivation: year.reflectionId ? motivationAt(year.reflectionId) : null,
  }));
  const end = final
    ? [
        {
          ...{ title: reflectionText.final, term: uiText.notCounted, reflectionId: final.id },
          ...{ state: reflectionText.madeOn(formatDay(final.madeOn)), nearness: final.nearness },
          motivation: motivationAt(final.id),
        },
      ]
    : [];
  return [start, ...lived, ...end];
}

function stateOf(year: Data['years'][number], today: string): string {
  if (year.reviewedOn) return reflectionText.madeOn(formatDay(year.reviewedOn));
  if (year.reviewOn > today) return reflectionText.opensOn(formatDay(year.reviewOn));
  return year.endedOn < today ? reflectionText.missed : reflectionText.waits;
}

function shownTen(value: number | null): string {
  return value === null ? uiText.notCounted : reflectionText.ofTen(value);
}

function shownFive(value: number | null): string {
  return value === null ? uiText.notCounted : reflectionText.ofFive(formatNumber(value, 1));
}
