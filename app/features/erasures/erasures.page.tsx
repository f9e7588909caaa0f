import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countDue, listDestructionActs, listDue, listSettled } from './erasure.queries.server.ts';
import { erasureFilterSchema } from './erasure.schema.ts';
import { classWords, groundWords, erasureText as t } from './erasure.text.ts';

/** What is due for destruction by when, and the acts. */
export const loader = pageLoader({ need: 'erasure.manage', query: erasureFilterSchema }, async ({ ctx, query }) => {
  const [due, { count }, acts, settled] = await Promise.all([
    listDue(ctx, query.page),
    countDue(ctx),
    listDestructionActs(ctx),
    listSettled(ctx),
  ]);
  return {
    page: query.page,
    total: count,
    acts,
    settled,
    due: due.map((one) => ({ ...one, isLate: one.dueOn < ctx.today })),
  };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function ErasuresPage() {
  const { page, total, due, acts, settled } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.title}
      lede={t.lede}
      back={{ href: paths.home(), text: uiText.back }}
      actions={total > 0 ? <ButtonLink href={paths.destructionActNew()} text={t.record} primary /> : null}
    >
      <Card title={t.due}>
        <Table
          caption={t.due}
          rows={due}
          rowKey={({ id }) => id}
          empty={t.empty}
          columns={[
            { title: t.what, heading: true, cell: ({ dataClass }) => classWords[dataClass].name },
            { title: t.person, cell: ({ person }) => person },
            { title: t.withdrawn, cell: ({ startedOn }) => formatDay(startedOn) },
            {
              title: t.until,
              cell: ({ dueOn, isLate }) => (
                <>
                  {formatDay(dueOn)} {isLate ? <Tag tone="bad">{t.late}</Tag> : null}
                </>
              ),
            },
          ]}
        />
        <Paging page={page} pageSize={PAGE_SIZE} total={total} href={(to) => `${paths.erasures()}?page=${to}`} />
      </Card>
      <Card title={t.acts}>
        <Table
          caption={t.acts}
          rows={acts}
          rowKey={({ id }) => id}
          empty={t.actsEmpty}
          columns={[
            {
              title: t.actTitle,
              heading: true,
              cell: ({ id, actedOn }) => <a href={paths.destructionAct(id)}>{t.actOf(actedOn)}</a>,
            },
            { title: t.of, cell: ({ peopleCount }) => t.people(peopleCount) },
          ]}
        />
      </Card>
      <Card title={t.settled}>
        <Table
          caption={t.settled}
          rows={settled}
          rowKey={({ id }) => id}
          empty={t.settledEmpty}
          columns={[
            { title: t.what, heading: true, cell: ({ dataClass }) => classWords[dataClass].name },
            { title: t.withdrawn, cell: ({ startedOn }) => formatDay(startedOn) },
            { title: t.settledOn, cell: ({ settledOn }) => formatDay(settledOn) },
            { title: t.ground, cell: ({ ground }) => groundWords[ground] },
          ]}
        />
      </Card>
    </Page>
  );
}
