import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { moveParams } from './move.schema.ts';
import { earlyReasonNames, pauseReasonNames, moveText as t, transferStateNames } from './move.text.ts';
import { findRouteLife } from './transfer.queries.server.ts';

/** Pauses, moves and the early end of a route. */
export const loader = pageLoader({ need: 'route.read', params: moveParams }, ({ ctx, params }) =>
  findRouteLife(ctx, params.id),
);

export const meta: MetaFunction = () => [{ title: `${t.lifeTitle} — ${uiText.brand}` }];

type Data = ReturnType<typeof useLoaderData<typeof loader>>;

export default function RouteLifePage() {
  const { route, pauses, transfers, end } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.lifeTitle}
      lede={t.lifeLede}
      back={{ href: paths.route(route.id), text: t.backToRoute }}
      actions={route.isOwner && route.isActive ? <Acts route={route} pauses={pauses} /> : undefined}
    >
      {end ? (
        <Card title={t.earlyEnd}>
          <p>{t.endedLine(earlyReasonNames[end.reason], formatDay(end.endedOn))}</p>
          <p className="prose">{end.reflection}</p>
        </Card>
      ) : null}
      <Card title={t.pauses}>
        <TaskList
          empty={t.pausesEmpty}
          items={pauses.map((pause) => ({
            key: pause.id,
            title: t.pauseLine(formatDay(pause.startedOn), pause.endedOn ? formatDay(pause.endedOn) : null),
            why: [
              pauseReasonNames[pause.reason],
              pause.endedOn === null && pause.expectedUntil ? t.expected(formatDay(pause.expectedUntil)) : null,
              pause.shiftedDays > 0 ? t.shifted(pause.shiftedDays) : null,
            ]
              .filter(Boolean)
              .join(' · '),
          }))}
        />
      </Card>
      <Card title={t.transfers}>
        <TaskList
          empty={t.transfersNone}
          items={transfers.map((transfer) => ({
            key: transfer.id,
            title: `${transfer.fromUnit} → ${transfer.toUnit}`,
            why: `${transfer.fromCentre} → ${transfer.toCentre} · ${formatDay(transfer.proposedOn)}`,
            tag: <Tag>{transferStateNames[transfer.state]}</Tag>,
            action:
              route.isOwner && transfer.state === 'pending'
                ? { href: paths.routeTransferAnswer(transfer.id), text: t.decide, primary: true }
                : null,
          }))}
        />
      </Card>
    </Page>
  );
}

function Acts({ route, pauses }: Pick<Data, 'route' | 'pauses'>) {
  const rests = pauses.some(({ endedOn }) => endedOn === null);
  return (
    <>
      {rests ? (
        <ButtonLink href={paths.routeReturn(route.id)} text={t.return} primary />
      ) : (
        <ButtonLink href={paths.routePause(route.id)} text={t.pause} />
      )}
      <ButtonLink href={paths.routeEarlyEnd(route.id)} text={t.end} />
    </>
  );
}
