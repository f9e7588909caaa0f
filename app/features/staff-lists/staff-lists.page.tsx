import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatMoment } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { shortName } from '#app/features/people/person-name.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countStaffLists, listStaffLists } from './staff-list.queries.server.ts';
import { listsFilter } from './staff-list.schema.ts';
import { staffListText } from './staff-list-import.text.ts';
import { StateTag } from './staff-list-state-tag.tsx';

/** The history of staff lists within reach. */
export const loader = pageLoader({ need: 'staffList.import', query: listsFilter }, async ({ ctx, query }) => {
  const lists = await listStaffLists(ctx, query.page);
  return {
    page: query.page,
    total: await countStaffLists(ctx),
    lists: lists.map((list) => ({
      id: list.id,
      fileName: list.fileName,
      unitName: list.unitName,
      when: formatMoment(list.createdAt, list.timeZone),
      who: shortName(list),
      state: list.state,
      counts: list.counts,
    })),
  };
});

export const meta: MetaFunction = () => [{ title: `${staffListText.title} — ${uiText.brand}` }];

export default function StaffListsPage() {
  const { lists, page, total } = useLoaderData<typeof loader>();
  return (
    <Page
      title={staffListText.title}
      lede={staffListText.lede}
      actions={<ButtonLink href={paths.staffListUpload()} text={staffListText.upload} primary />}
    >
      <Card>
        <Table
          caption={staffListText.title}
          rows={lists}
          rowKey={(list) => list.id}
          empty={staffListText.empty}
          columns={[
            {
              title: staffListText.file,
              heading: true,
              cell: (list) => <a href={paths.staffList(list.id)}>{list.fileName}</a>,
            },
            { title: staffListText.unit, cell: (list) => list.unitName },
            { title: staffListText.when, cell: (list) => list.when },
            { title: staffListText.who, cell: (list) => list.who },
            { title: staffListText.state, cell: (list) => <StateTag state={list.state} /> },
            {
              title: staffListText.result,
              cell: (list) =>
                list.state === 'checked' || list.state === 'applied'
                  ? staffListText.resultOf(list.counts.new, list.counts.changed, list.counts.refused)
                  : uiText.notCounted,
            },
          ]}
        />
        <Paging page={page} pageSize={PAGE_SIZE} total={total} href={(to) => `${paths.staffLists()}?page=${to}`} />
      </Card>
    </Page>
  );
}
