import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { holdsByRole } from '#app/access/actor.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countRequests, listAreas, listRequests } from './mentoring-request.queries.server.ts';
import { requestFilterSchema } from './mentoring-request.schema.ts';
import { occasionOf, requestStateNames, requestText as t } from './mentoring-request.text.ts';

/** Requests within reach: one's own, the organisation's, or what went outside to the municipality. */
export const loader = pageLoader({ need: 'request.read', query: requestFilterSchema }, async ({ ctx, query }) => {
  const isKeeper = holdsByRole(ctx.actor, 'request.read');
  const filter = isKeeper ? query : { ...query, state: 'all' as const };
  const [requests, total, areas] = await Promise.all([
    listRequests(ctx, filter),
    countRequests(ctx, filter),
    isKeeper ? listAreas(ctx, null) : [],
  ]);
  const isOneUnit = new Set(requests.map(({ unitName }) => unitName)).size < 2;
  return {
    filter,
    isKeeper,
    hasSurveys: holdsByRole(ctx.actor, 'needsSurvey.manage'),
    total,
    areas: areas.map(({ code, name }) => ({ code, name })),
    requests: requests.map(({ occasion, subject, unitName, openedOn, outwardOn, nobodySince, ...request }) => ({
      ...request,
      about: [subject, occasionOf[occasion], isOneUnit ? null : unitName, t.since(openedOn)]
        .filter(Boolean)
        .join(' · '),
      isOutside: outwardOn !== null,
      isNobody: nobodySince !== null,
    })),
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

type Listed = ReturnType<typeof useLoaderData<typeof loader>>['requests'][number];

export default function RequestsPage() {
  const { filter, isKeeper, hasSurveys, total, areas, requests } = useLoaderData<typeof loader>();
  const { page: _, ...narrowing } = filter;
  return (
    <Page
      title={t.title}
      lede={total > 0 ? t.lede(total) : undefined}
      actions={
        <>
          <ButtonLink href={paths.requestNew()} text={t.fill} />
          {hasSurveys ? <ButtonLink href={paths.needsSurveys()} text={t.surveys} /> : null}
        </>
      }
    >
      <Card>
        {isKeeper ? (
          <Filter reset={isNarrowed(filter) ? paths.requests() : undefined}>
            <TextField name="search" label={t.search} defaultValue={filter.search} />
            <TextField name="subject" label={t.labels.subject} defaultValue={filter.subject} />
            <SelectField
              name="area"
              label={t.area}
              empty={t.anyArea}
              defaultValue={filter.area}
              options={areas.map(({ code, name }) => ({ value: code, text: name }))}
            />
            <SelectField
              name="state"
              label={t.stateFilter}
              empty={null}
              defaultValue={filter.state}
              options={[
                { value: 'open', text: t.stateOptions.open },
                { value: 'all', text: t.stateOptions.all },
              ]}
            />
          </Filter>
        ) : null}
        <TaskList
          empty={isKeeper && isNarrowed(filter) ? t.emptyFound : t.emptyOwn}
          items={requests.map((request) => ({
            key: request.id,
            title: request.name,
            href: paths.request(request.id),
            why: request.about,
            tag: <Standing request={request} />,
            action: { href: paths.request(request.id), text: t.open },
          }))}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => `${paths.requests()}?${new URLSearchParams({ ...narrowing, page: String(page) })}`}
        />
      </Card>
    </Page>
  );
}

function isNarrowed({ search, subject, area }: { search: string; subject: string; area: string }): boolean {
  return search !== '' || subject !== '' || area !== '';
}

function Standing({ request }: { request: Listed }) {
  if (request.state !== 'open') return <Tag tone="grey">{requestStateNames[request.state]}</Tag>;
  if (request.isAsking) return <Tag tone="info">{t.asking}</Tag>;
  if (request.isOutside) return <Tag tone="warn">{t.outside}</Tag>;
  return request.isNobody ? <Tag tone="bad">{t.nobody}</Tag> : <Tag tone="warn">{requestStateNames.open}</Tag>;
}
