import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countAgreements, listAgreements, listKeepers } from './agreement.queries.server.ts';
import { agreementFilterSchema } from './agreement.schema.ts';
import { agreementPeriod, agreementStateNames, agreementText as t } from './agreement.text.ts';
import { AGREEMENT_STATES, agreementState } from './agreement.ts';
import { AgreementStateTag } from './agreement-state-tag.tsx';

/** Agreements of the organisations or the municipality one keeps them for. */
export const loader = pageLoader(
  { need: 'agreement.manage', query: agreementFilterSchema },
  async ({ ctx, query }) => ({
    filter: query,
    agreements: (await listAgreements(ctx, query)).map((row) => ({ ...row, state: agreementState(row, ctx.today) })),
    total: await countAgreements(ctx, query),
    keepers: (await listKeepers(ctx)).length,
  }),
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function AgreementsPage() {
  const { filter, agreements, total, keepers } = useLoaderData<typeof loader>();
  const isWhole = filter.search === '' && filter.state === '';
  return (
    <Page
      title={t.title}
      lede={t.lede}
      actions={keepers > 0 ? <ButtonLink href={paths.agreementAdd()} text={t.add} primary /> : undefined}
    >
      {isWhole && total === 0 ? null : (
        <Filter reset={isWhole ? undefined : paths.agreements()}>
          <TextField name="search" label={t.search} type="search" width="20" defaultValue={filter.search} />
          <SelectField
            name="state"
            label={t.state}
            empty={t.anyState}
            defaultValue={filter.state}
            options={AGREEMENT_STATES.map((state) => ({ value: state, text: agreementStateNames[state] }))}
          />
        </Filter>
      )}
      <Card>
        <Table
          caption={t.title}
          rows={agreements}
          rowKey={(row) => row.id}
          empty={isWhole ? t.empty : t.emptyFound}
          columns={[
            { title: t.partner, heading: true, cell: (row) => <a href={paths.agreement(row.id)}>{row.partner}</a> },
            { title: t.number, cell: (row) => row.number },
            { title: t.period, cell: (row) => agreementPeriod(row.startedOn, row.endedOn) },
            { title: t.state, cell: (row) => <AgreementStateTag state={row.state} /> },
            { title: t.subject, cell: (row) => row.subject },
            ...(keepers > 1 ? [{ title: t.keeper, cell: (row: { unitName: string }) => row.unitName }] : []),
          ]}
        />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={total} href={(page) => hrefOf(filter, page)} />
      </Card>
    </Page>
  );
}

function hrefOf({ search, state }: { search: string; state: string }, page: number): string {
  return `${paths.agreements()}?${new URLSearchParams({ search, state, page: String(page) })}`;
}
