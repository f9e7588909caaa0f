import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatMoment } from '#app/core/dates.ts';
import { PAGE_SIZE, pageNumber } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TaskList } from '#app/ui/TaskList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { markNoticesRead } from './notice.operations.server.ts';
import { countNotices, listNotices } from './notice.queries.server.ts';
import { noticeSentences, noticeText } from './notice.text.ts';

/** The signed-in person's own notices. */
export const loader = pageLoader(
  { need: 'signedIn', query: z.object({ page: pageNumber() }) },
  async ({ ctx, query }) => ({
    page: query.page,
    timeZone: ctx.timeZone,
    counts: await countNotices(ctx),
    notices: await listNotices(ctx, query.page),
  }),
);

export const action = formAction({ need: 'signedIn', schema: z.object({}), labels: {} }, async ({ ctx }) => {
  await markNoticesRead(ctx);
  return { to: paths.myNotices(), done: noticeText.marked };
});

export const meta: MetaFunction = () => [{ title: `${noticeText.title} — ${uiText.brand}` }];

export default function NoticesPage() {
  const { page, timeZone, counts, notices } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={noticeText.title} lede={noticeText.lede(counts.unread)}>
      <Card>
        <TaskList
          empty={noticeText.empty}
          items={notices.map((notice) => ({
            key: notice.id,
            href: notice.path,
            title: noticeSentences[notice.kind](notice.details),
            why: formatMoment(notice.createdAt, timeZone),
            mark: notice.isUnread ? <Tag tone="info">{noticeText.unread}</Tag> : null,
            action: { href: notice.path, text: noticeText.open },
          }))}
        />
        <Paging page={page} pageSize={PAGE_SIZE} total={counts.all} href={(to) => `${paths.myNotices()}?page=${to}`} />
        {counts.unread > 0 ? <Form problem={problem} submit={noticeText.markRead} /> : null}
      </Card>
    </Page>
  );
}
