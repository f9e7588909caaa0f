import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { mayHold } from '#app/access/actor.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countReferences, listReferences } from './legal-reference.queries.server.ts';
import { legalFilterSchema } from './legal-reference.schema.ts';
import { legalText as t } from './legal-reference.text.ts';

/** Legal acts documents refer to, with their terms. */
export const loader = pageLoader({ need: 'signedIn', query: legalFilterSchema }, async ({ ctx, query }) => {
  const [rows, total] = await Promise.all([listReferences(ctx, query), countReferences(ctx, query.search)]);
  return { filter: query, rows, total, today: ctx.today, mayAdd: mayHold(ctx.actor, 'directory.manage') };
});

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function LegalReferencesPage() {
  const { filter, rows, total, today, mayAdd } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.title}
      lede={t.lede}
      actions={mayAdd ? <ButtonLink href={paths.legalReferenceAdd()} text={t.add} primary /> : undefined}
    >
      <Card>
        <Filter>
          <TextField name="search" label={t.search} defaultValue={filter.search} maxLength={100} type="search" />
        </Filter>
        <Table
          caption={t.title}
          empty={t.empty}
          rows={rows}
          rowKey={({ code }) => code}
          columns={[
            {
              title: t.name,
              heading: true,
              cell: ({ title, unitId }) => (
                <>
                  {title} {unitId ? <Tag tone="info">{t.own}</Tag> : null}
                </>
              ),
            },
            { title: t.number, cell: ({ number, datedOn }) => t.numbered(number, datedOn) },
            { title: t.term, cell: ({ startedOn, endedOn }) => t.since(startedOn, endedOn) },
            { title: t.state, cell: (row) => <State {...row} today={today} /> },
          ]}
        />
        <Paging
          page={filter.page}
          pageSize={PAGE_SIZE}
          total={total}
          href={(page) => `${paths.legalReferences()}?search=${encodeURIComponent(filter.search)}&page=${page}`}
        />
      </Card>
    </Page>
  );
}

function State(row: { startedOn: string; endedOn: string | null; replacement: string | null; today: string }) {
  if (row.startedOn > row.today) return <Tag tone="info">{t.ahead}</Tag>;
  if (row.endedOn === null || row.endedOn >= row.today) return <Tag tone="ok">{t.inForce}</Tag>;
  return (
    <>
      <Tag tone="warn">{t.over}</Tag>
      {row.replacement ? <div className="mute">{t.replacedBy(row.replacement)}</div> : null}
    </>
  );
}
