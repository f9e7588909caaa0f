import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { roleNames } from '#app/access/roles.text.ts';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { fullName } from '#app/features/people/person-name.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findLookedAfter } from './account.queries.server.ts';
import { personParams } from './account.schema.ts';
import { listGrants } from './grant.queries.server.ts';
import { grantText } from './grant.text.ts';
import { isOneself } from './grant-reach.server.ts';

/** The roles of a person as periods, those over included. */
export const loader = pageLoader({ need: 'grant.manage', params: personParams }, async ({ ctx, params }) => {
  const person = await findLookedAfter(ctx, params.id);
  return {
    person: { id: person.id, name: fullName(person), unitName: person.unitName },
    mayAct: person.mayInvite && !isOneself(ctx, person.id),
    grants: await listGrants(ctx, person.id),
  };
});

export const meta: MetaFunction = () => [{ title: `${grantText.back} — ${uiText.brand}` }];

const tones = { now: 'ok', later: 'info', over: 'grey' } as const;

export default function GrantsPage() {
  const { person, mayAct, grants } = useLoaderData<typeof loader>();
  return (
    <Page
      title={grantText.title(person.name)}
      lede={grantText.lede(person.unitName)}
      back={{ href: paths.accounts(), text: grantText.back }}
      actions={
        mayAct ? (
          <>
            <ButtonLink href={paths.grantAdd(person.id)} text={grantText.add} primary />
            <ButtonLink href={paths.invite(person.id)} text={grantText.invite} />
          </>
        ) : undefined
      }
    >
      <Card>
        <Table
          caption={grantText.title(person.name)}
          rows={grants}
          rowKey={(grant) => grant.id}
          empty={grantText.empty}
          columns={[
            { title: grantText.role, heading: true, cell: (grant) => roleNames[grant.role] },
            { title: grantText.unit, cell: (grant) => <a href={paths.unit(grant.unitId)}>{grant.unitName}</a> },
            { title: grantText.from, cell: (grant) => formatDay(grant.startedOn) },
            { title: grantText.to, cell: (grant) => (grant.endedOn ? formatDay(grant.endedOn) : grantText.noEnd) },
            {
              title: grantText.state,
              cell: (grant) => <Tag tone={tones[grant.state]}>{grantText.states[grant.state]}</Tag>,
            },
            {
              title: <span className="govuk-visually-hidden">{grantText.end}</span>,
              cell: (grant) =>
                grant.mayEnd ? (
                  <a
                    href={paths.grantEnd(grant.id)}
                    aria-label={grantText.endFull(roleNames[grant.role], grant.unitName)}
                  >
                    {grantText.end}
                  </a>
                ) : null,
            },
          ]}
        />
      </Card>
    </Page>
  );
}
