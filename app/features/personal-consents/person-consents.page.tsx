import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { OWN_PURPOSES } from '../consent-texts/consent-text.ts';
import { findConsentOwner, listConsentsOf, listGuardianChoices } from './personal-consent.queries.server.ts';
import { personParams } from './personal-consent.schema.ts';
import {
  consentStateNames,
  consentStateTones,
  consentTitles,
  personalConsentText as t,
} from './personal-consent.text.ts';

/** Consents of one person as those see them who keep the papers: what there is, and what came on paper. */
export const loader = pageLoader({ need: 'consentPaper.read', params: personParams }, async ({ ctx, params }) => {
  const { id, name, canRecord, ...place } = await findConsentOwner(ctx, params.id);
  const lines = await listConsentsOf(ctx, { id, ...place });
  return {
    person: { id, name, canRecord },
    now: OWN_PURPOSES.map((purpose) => ({
      purpose,
      live: lines.find((line) => line.purpose === purpose && line.endedOn === null) ?? null,
    })),
    guardians: await listGuardianChoices(ctx, id),
    past: lines.filter(({ endedOn }) => endedOn !== null),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t.ofPerson(data?.person.name ?? '')} — ${uiText.brand}` },
];

export default function PersonConsentsPage() {
  const { person, now, past, guardians } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.ofPerson(person.name)}
      lede={t.ofPersonLede}
      back={{ href: paths.person(person.id), text: t.toPerson }}
    >
      <Card>
        <Table
          caption={t.ofPerson(person.name)}
          rows={now}
          rowKey={({ purpose }) => purpose}
          empty={t.historyEmpty}
          columns={[
            {
              title: t.purpose,
              heading: true,
              cell: ({ purpose, live }) =>
                live ? <a href={paths.personalConsent(live.id)}>{consentTitles[purpose]}</a> : consentTitles[purpose],
            },
            {
              title: t.state,
              cell: ({ live }) =>
                live ? (
                  <>
                    <Tag tone={consentStateTones[live.state]}>{consentStateNames[live.state]}</Tag>{' '}
                    {formatDay(live.givenOn)}
                  </>
                ) : (
                  <span className="mute">{t.notGiven}</span>
                ),
            },
            {
              title: <span className="govuk-visually-hidden">{t.record}</span>,
              cell: ({ purpose }) => (
                <>
                  <a href={paths.personConsentBlankPdf(person.id, purpose)}>{t.blank}</a>
                  {person.canRecord ? (
                    <>
                      {' · '}
                      <a href={paths.personConsentPaper(person.id, purpose)}>{t.record}</a>
                    </>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      </Card>
      <Card
        title={t.guardians}
        aside={person.canRecord ? <ButtonLink href={paths.guardianAdd(person.id)} text={t.addGuardian} /> : undefined}
      >
        <Table
          caption={t.guardians}
          rows={guardians}
          rowKey={({ id }) => id}
          empty={t.noGuardian}
          columns={[
            { title: t.guardian, heading: true, cell: ({ fullName }) => fullName },
            {
              title: <span className="govuk-visually-hidden">{t.editGuardian}</span>,
              cell: ({ id, fullName }) =>
                person.canRecord ? (
                  <a href={paths.guardianEdit(id)} aria-label={`${t.editGuardian}: ${fullName}`}>
                    {t.editGuardian}
                  </a>
                ) : null,
            },
          ]}
        />
      </Card>
      <Card title={t.history}>
        <Table
          caption={t.history}
          rows={past}
          rowKey={({ id }) => id}
          empty={t.historyEmpty}
          columns={[
            {
              title: t.purpose,
              heading: true,
              cell: ({ id, purpose }) => <a href={paths.personalConsent(id)}>{consentTitles[purpose]}</a>,
            },
            {
              title: t.state,
              cell: ({ state }) => <Tag tone={consentStateTones[state]}>{consentStateNames[state]}</Tag>,
            },
            { title: t.givenOn, cell: ({ givenOn, endedOn }) => t.lasted(givenOn, endedOn ?? givenOn) },
          ]}
        />
      </Card>
    </Page>
  );
}
