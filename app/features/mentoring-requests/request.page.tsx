import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRequest, listAreas } from './mentoring-request.queries.server.ts';
import { requestParams } from './mentoring-request.schema.ts';
import {
  formatNames,
  menteeCategoryNames,
  occasionOf,
  remoteReasonNames,
  requestStateNames,
  requestText as t,
} from './mentoring-request.text.ts';

/** One request: what is asked, how things stand, the next step. */
export const loader = pageLoader({ need: 'request.read', params: requestParams }, async ({ ctx, params }) => {
  const { unitId: _unit, personId: _person, version: _version, ...request } = await findRequest(ctx, params.id);
  const areas = await listAreas(ctx, params.id);
  return { request, areas: areas.flatMap(({ name, isChosen }) => (isChosen ? [name] : [])) };
});

export const meta: MetaFunction = () => [{ title: `${t.newTitle} — ${uiText.brand}` }];

export default function RequestPage() {
  const { request } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.newTitle}
      lede={`${request.name} · ${request.unitName}`}
      back={{ href: paths.requests(), text: t.back }}
      actions={<Acts />}
    >
      {request.isOwn && request.isOnBehalf ? <Notice>{t.onBehalf}</Notice> : null}
      {request.mentorshipId ? (
        <Notice tone="ok">
          {t.matchedLine} <a href={paths.mentorship(request.mentorshipId)}>{t.toMentorship}</a>
        </Notice>
      ) : null}
      {request.isFoundOutside ? <Notice tone="ok">{t.foundOutside}</Notice> : null}
      {request.isOfferedOutside ? <Notice>{t.offeredOutside}</Notice> : null}
      <Card>
        <Facts />
      </Card>
    </Page>
  );
}

function Acts() {
  const { request } = useLoaderData<typeof loader>();
  if (request.state !== 'open') return null;
  if (request.canOffer && !request.canEdit)
    return <ButtonLink href={paths.outwardMentors(request.id)} text={t.findOutside} primary />;
  if (!request.canEdit) return null;
  return (
    <>
      <ButtonLink href={paths.requestChoose(request.id)} text={t.choose} primary />
      <ButtonLink href={paths.requestEdit(request.id)} text={t.edit} />
      <ButtonLink href={paths.requestAreas(request.id)} text={t.toAreas} />
      {request.isOwn ? <ButtonLink href={paths.requestWishes(request.id)} text={t.toWishes} /> : null}
      {request.isOwn ? <Outside /> : null}
      <ButtonLink href={paths.requestWithdraw(request.id)} text={t.withdraw} />
    </>
  );
}

function Outside() {
  const { request } = useLoaderData<typeof loader>();
  return request.outwardOn === null ? (
    <ButtonLink href={paths.requestOutward(request.id)} text={t.goOutside} />
  ) : (
    <ButtonLink href={paths.requestOutwardWithdraw(request.id)} text={t.stayInside} />
  );
}

function Facts() {
  const { request, areas } = useLoaderData<typeof loader>();
  const { formats, remoteReason } = request;
  const format = formats.length === 0 ? t.anyFormat : formats.map((one) => formatNames[one]).join(', ');
  return (
    <SummaryList
      rows={[
        { key: t.state, value: requestStateNames[request.state] },
        ...(request.outwardOn ? [{ key: t.outsideKey, value: t.outsideSince(request.outwardOn) }] : []),
        { key: t.opened, value: t.since(request.openedOn) },
        { key: t.labels.occasion, value: occasionOf[request.occasion] },
        { key: t.labels.menteeCategory, value: menteeCategoryNames[request.menteeCategory] },
        { key: t.labels.subject, value: request.subject ?? t.noSubject },
        { key: t.areas, value: areas.length === 0 ? t.noAreas : areas.join('; ') },
        { key: t.labels.difficulties, value: request.difficulties },
        { key: t.labels.expectation, value: request.expectation },
        {
          key: t.labels.formats,
          value: remoteReason ? `${format} (${remoteReasonNames[remoteReason]})` : format,
        },
        { key: t.words, value: request.isShared ? t.sharedYes : t.sharedNo },
      ]}
    />
  );
}
