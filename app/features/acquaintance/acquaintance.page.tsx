import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id, PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countAcquainted } from '../local-acts/act-life.queries.server.ts';
import { countReaders, findKeptAct, listReaders } from './acquaintance.queries.server.ts';
import { listSchema } from './acquaintance.schema.ts';
import { acquaintanceText as t } from './acquaintance.text.ts';

const params = z.object({ id: id() });

/** Who is to read an approved act, who has and who has not. */
export const loader = pageLoader(
  { need: 'acquaintance.record', params, query: listSchema },
  async ({ ctx, params, query }) => {
    const [act, readers, total, counts] = await Promise.all([
      findKeptAct(ctx, params.id),
      listReaders(ctx, params.id, query),
      countReaders(ctx, params.id, query.show),
      countAcquainted(ctx, params.id),
    ]);
    return { id: act.id, heading: act.heading, filter: query, readers, total, counts };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.listTitle} — ${uiText.brand}` }];

export default function AcquaintancePage() {
  const { id, heading, filter, readers, total, counts } = useLoaderData<typeof loader>();
  const actions = (
    <>
      <ButtonLink href={paths.acquaintanceAdd(id)} text={t.add} primary={counts.all === 0} />
      {counts.read < counts.all ? <ButtonLink href={paths.acquaintancePaper(id)} text={t.recordPaper} /> : null}
    </>
  );
  return (
    <Page
      title={t.listTitle}
      lede={t.listLede(heading, counts.read, counts.all)}
      back={{ href: paths.act(id), text: uiText.back }}
      actions={actions}
    >
      <Card>
        <Filter>
          <SelectField
            name="show"
            label={t.show}
            empty={null}
            defaultValue={filter.show}
            options={[
              { value: 'all', text: t.showAll },
              { value: 'waiting', text: t.showWaiting },
            ]}
          />
        </Filter>
        <Table
          caption={t.listTitle}
          empty={filter.show === 'waiting' && counts.all > 0 ? t.emptyWaiting : t.empty}
          rows={readers}
          rowKey={(reader) => reader.personId}
          columns={[
            { title: t.person, heading: true, cell: (reader) => reader.name },
            { title: t.state, cell: (reader) => <Reading day={reader.acquaintedOn} way={reader.way} /> },
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => `${paths.actAcquaintance(id)}?show=${filter.show}&page=${page}`}
        />
      </Card>
    </Page>
  );
}

function Reading({ day, way }: { day: string | null; way: string | null }) {
  if (day === null) return <Tag tone="warn">{t.waiting}</Tag>;
  return <>{way === 'paper' ? t.paper(day) : t.own(day)}</>;
}
