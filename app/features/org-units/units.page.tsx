import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countUnits, listUnits, type UnitLine } from './unit.queries.server.ts';
import { unitFilter } from './unit.schema.ts';
import { kindNames, unitText } from './unit.text.ts';
import { UNIT_KINDS } from './unit.ts';

/** The tree of units within reach. */
export const loader = pageLoader({ need: 'unit.read', query: unitFilter }, async ({ ctx, query }) => ({
  filter: query,
  units: await listUnits(ctx, query),
  total: await countUnits(ctx, query),
}));

export const meta: MetaFunction = () => [{ title: `${unitText.title} — ${uiText.brand}` }];

export default function UnitsPage() {
  const { filter, units, total } = useLoaderData<typeof loader>();
  const isTree = filter.search === '' && !filter.kind;
  return (
    <Page title={unitText.title} lede={unitText.lede(total)}>
      <Filter reset={isTree && !filter.closed ? undefined : paths.units()}>
        <TextField name="search" label={unitText.search} type="search" width="20" defaultValue={filter.search} />
        <SelectField
          name="kind"
          label={unitText.kind}
          empty={unitText.anyKind}
          defaultValue={filter.kind}
          options={UNIT_KINDS.map((kind) => ({ value: kind, text: kindNames[kind] }))}
        />
        <CheckboxField name="closed" label={unitText.withClosed} defaultChecked={filter.closed === 'yes'} />
      </Filter>
      <Card>
        <Table
          caption={unitText.title}
          rows={units}
          rowKey={(unit) => unit.id}
          empty={unitText.empty}
          columns={[
            {
              title: unitText.name,
              heading: true,
              cell: (unit) => (
                <span style={isTree ? { display: 'block', paddingInlineStart: `${unit.depth}rem` } : undefined}>
                  <a href={paths.unit(unit.id)}>{unit.name}</a>{' '}
                  {unit.endedOn ? <Tag>{unitText.closingOn(formatDay(unit.endedOn))}</Tag> : null}
                </span>
              ),
            },
            { title: unitText.kind, cell: (unit) => kindNames[unit.kind] },
            ...(isTree ? [] : [{ title: unitText.under, cell: (unit: UnitLine) => unit.parentName }]),
          ]}
        />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={total} href={(page) => pageHref(filter, page)} />
      </Card>
    </Page>
  );
}

function pageHref(filter: { search: string; kind?: string; closed?: string }, page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  if (filter.search) query.set('search', filter.search);
  if (filter.kind) query.set('kind', filter.kind);
  if (filter.closed) query.set('closed', filter.closed);
  return `${paths.units()}?${query}`;
}
