import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { formatNames, occasionOf, requestText } from '../mentoring-requests/mentoring-request.text.ts';
import { countOpenRequests, listOpenRequests } from './mentor-choice.queries.server.ts';
import { openRequestFilterSchema } from './mentor-choice.schema.ts';
import { choiceText as t } from './mentor-choice.text.ts';

/** Requests of colleagues a mentor could answer: without names. */
export const loader = pageLoader(
  { need: 'openRequest.read', query: openRequestFilterSchema },
  async ({ ctx, query }) => ({
    filter: query,
    total: await countOpenRequests(ctx, query),
    requests: (await listOpenRequests(ctx, query)).map(({ id, subject, occasion, formats, openedOn, words }) => ({
      id,
      title: subject ?? requestText.noSubject,
      why: [
        occasionOf[occasion],
        formats.length === 0 ? null : formats.map((one) => formatNames[one]).join(', '),
        requestText.since(openedOn),
      ]
        .filter(Boolean)
        .join(' · '),
      words,
    })),
  }),
);

export const meta: MetaFunction = () => [{ title: `${t.openTitle} — ${uiText.brand}` }];

export default function OpenRequestsPage() {
  const { filter, total, requests } = useLoaderData<typeof loader>();
  return (
    <Page title={t.openTitle} lede={t.openLede} back={{ href: paths.home(), text: uiText.back }}>
      <Card>
        <Filter reset={filter.subject === '' ? undefined : paths.openRequests()}>
          <TextField name="subject" label={requestText.labels.subject} defaultValue={filter.subject} />
        </Filter>
        <TaskList
          wide
          empty={filter.subject === '' ? t.openEmpty : t.openFound}
          items={requests.map((request) => ({
            key: request.id,
            title: request.title,
            href: paths.openRequest(request.id),
            why: (
              <>
                {request.why}
                {request.words ? <p>{request.words}</p> : null}
              </>
            ),
            action: { href: paths.openRequest(request.id), text: t.offer },
          }))}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) =>
            `${paths.openRequests()}?${new URLSearchParams({ subject: filter.subject, page: String(page) })}`
          }
        />
      </Card>
    </Page>
  );
}
