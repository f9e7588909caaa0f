import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { unitsWhere } from '#app/access/can.server.ts';
import { roleNames } from '#app/access/roles.text.ts';
import type { Role } from '#app/access/roles.ts';
import { PAGE_SIZE } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { fullName } from '#app/features/people/person-name.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Paging } from '#app/ui/Paging.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { countAccounts, listAccounts } from './account.queries.server.ts';
import { accountFilter } from './account.schema.ts';
import { accountText, stateNames } from './account.text.ts';
import type { AccountState } from './account.ts';
import { listGivingPlaces } from './grant.queries.server.ts';

/** People whose accounts or roles the viewer looks after. */
export const loader = pageLoader({ need: 'grant.manage', query: accountFilter }, async ({ ctx, query }) => ({
  filter: query,
  total: await countAccounts(ctx, query),
  people: (await listAccounts(ctx, query)).map((line) => ({ ...line, name: fullName(line) })),
  places: (await listGivingPlaces(ctx)).map(({ id, name }) => ({ id, name })),
  mayAddOfficial: (await unitsWhere(ctx, 'account.add')).length > 0,
}));

export const meta: MetaFunction = () => [{ title: `${accountText.title} — ${uiText.brand}` }];

const tones: Record<AccountState, Tone> = { none: 'grey', invited: 'info', expired: 'warn', open: 'ok' };

export default function AccountsPage() {
  const { filter, total, people, places, mayAddOfficial } = useLoaderData<typeof loader>();
  return (
    <Page
      title={accountText.title}
      lede={accountText.lede}
      actions={mayAddOfficial ? <ButtonLink href={paths.official()} text={accountText.addOfficial} /> : undefined}
    >
      <Filter reset={filter.search || filter.unit ? paths.accounts() : undefined}>
        <TextField name="search" label={accountText.search} type="search" width="20" defaultValue={filter.search} />
        {places.length > 1 ? (
          <SelectField
            name="unit"
            label={accountText.unit}
            empty={accountText.allUnits}
            defaultValue={filter.unit}
            autocomplete
            options={places.map((place) => ({ value: place.id, text: place.name }))}
          />
        ) : null}
      </Filter>
      <Card>
        <Table
          caption={accountText.title}
          rows={people}
          rowKey={(person) => person.personId}
          empty={accountText.empty}
          columns={[
            {
              title: accountText.person,
              heading: true,
              cell: (person) => <a href={paths.grants(person.personId)}>{person.name}</a>,
            },
            { title: accountText.unit, cell: (person) => person.unitName },
            {
              title: accountText.roles,
              cell: (person) =>
                person.roles.length === 0 ? (
                  <span className="mute">{accountText.noRoles}</span>
                ) : (
                  person.roles.map((held) => roleWords(held, person.unitName)).join(', ')
                ),
            },
            {
              title: accountText.state,
              cell: (person) => <Tag tone={tones[person.state]}>{stateNames[person.state]}</Tag>,
            },
            {
              title: <span className="govuk-visually-hidden">{accountText.invite}</span>,
              cell: (person) =>
                person.mayInvite ? (
                  <a href={paths.invite(person.personId)} aria-label={accountText.inviteFull(person.name)}>
                    {accountText.invite}
                  </a>
                ) : null,
            },
          ]}
        />
        <Paging page={filter.page} pageSize={PAGE_SIZE} total={total} href={(page) => pageHref(filter, page)} />
      </Card>
    </Page>
  );
}

function roleWords({ role, unitName }: { role: Role; unitName: string }, homeName: string): string {
  return unitName === homeName ? roleNames[role] : accountText.roleAt(roleNames[role], unitName);
}

function pageHref(filter: { search: string; unit?: string }, page: number): string {
  const query = new URLSearchParams({ page: String(page) });
  if (filter.search) query.set('search', filter.search);
  if (filter.unit) query.set('unit', filter.unit);
  return `${paths.accounts()}?${query}`;
}
