import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { Tag } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { findPersonalConsent } from './personal-consent.queries.server.ts';
import { consentParams } from './personal-consent.schema.ts';
import {
  categoryNames,
  consentStateNames,
  consentStateTones,
  consentTitles,
  personalConsentText as t,
} from './personal-consent.text.ts';

/** A consent exactly as signed, and its state. */
export const loader = pageLoader({ need: 'personalConsent.read', params: consentParams }, async ({ ctx, params }) =>
  findPersonalConsent(ctx, params.id),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? consentTitles[data.purpose] : t.title} — ${uiText.brand}` },
];

export default function PersonalConsentPage() {
  const consent = useLoaderData<typeof loader>();
  const { id, purpose, state, isOwn } = consent;
  const back = isOwn
    ? { href: paths.myDocuments(), text: t.documents }
    : { href: paths.personConsents(consent.personId), text: t.ofPerson(consent.person) };
  return (
    <Page
      title={consentTitles[purpose]}
      lede={
        <>
          {consent.person} <Tag tone={consentStateTones[state]}>{consentStateNames[state]}</Tag>
        </>
      }
      back={back}
      actions={
        <>
          {isOwn && state === 'outdated' ? <ButtonLink href={paths.ownConsent(purpose)} text={t.sign} primary /> : null}
          <ButtonLink href={paths.personalConsentPdf(id)} text={t.pdf} download />
          <ButtonLink href={paths.personalConsentDocx(id)} text={t.docx} download />
          {consent.canWithdraw ? <ButtonLink href={paths.personalConsentWithdraw(id)} text={t.withdraw} /> : null}
          {consent.canRecordWithdrawal && !isOwn ? (
            <ButtonLink href={paths.personalConsentPaperWithdraw(id)} text={t.withdrawPaper} />
          ) : null}
        </>
      }
      narrow
    >
      <Card>
        <SummaryList rows={rowsOf(consent)} />
      </Card>
      <Card title={t.text}>
        <DocumentPreview document={consent.document} />
        <p className="mute">{t.hashLine(consent.documentHash)}</p>
      </Card>
    </Page>
  );
}

function rowsOf(consent: ReturnType<typeof useLoaderData<typeof loader>>) {
  const { categories, conditions, guardian, endedOn } = consent;
  return [
    { key: t.operator, value: consent.operator },
    { key: t.givenOn, value: formatDay(consent.givenOn) },
    { key: t.manner, value: consent.manner === 'paper' ? t.paper : t.electronic },
    ...(guardian ? [{ key: t.guardian, value: guardian }] : []),
    ...(categories.length > 0
      ? [{ key: t.published, value: categories.map((category) => categoryNames[category]).join(', ') }]
      : []),
    ...(conditions === '' ? [] : [{ key: t.conditions, value: conditions }]),
    ...(endedOn === null ? [] : [{ key: t.endedOn, value: formatDay(endedOn) }]),
    { key: t.keptUntil, value: t.kept },
  ];
}
