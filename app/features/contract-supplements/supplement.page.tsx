import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Tag, type Tone } from '#app/ui/Tag.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { findSupplement } from './supplement.queries.server.ts';
import { supplementParams } from './supplement.schema.ts';
import { supplementSentences, supplementStateNames, supplementText as t } from './supplement.text.ts';
import type { SupplementState } from './supplement.ts';

/** A supplement: its text word for word, whether it is signed, and what is next. */
export const loader = pageLoader({ need: 'supplement.read', params: supplementParams }, async ({ ctx, params }) =>
  findSupplement(ctx, params.id),
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${t.pageTitle(data?.mentor ?? '')} — ${uiText.brand}` },
];

const tones: Record<SupplementState, Tone> = { drawn: 'warn', signed: 'ok', annulled: 'grey' };

export default function SupplementPage() {
  const supplement = useLoaderData<typeof loader>();
  const { id, state, employeeSignedOn, employerSignedOn, annulReason } = supplement;
  return (
    <Page
      title={t.pageTitle(supplement.mentor)}
      back={{ href: paths.terms(supplement.mentorshipId), text: t.toTerms }}
      lede={
        <>
          <Tag tone={tones[state]}>{supplementStateNames[state]}</Tag>{' '}
          {employeeSignedOn && employerSignedOn ? t.signedLine(employeeSignedOn, employerSignedOn) : null}
          {state === 'drawn' && !supplement.isOutdated ? t.lede : null}
        </>
      }
      actions={
        <>
          {supplement.canSign && state === 'drawn' && !supplement.isOutdated ? (
            <ButtonLink href={paths.supplementSigned(id)} text={t.sign} primary />
          ) : null}
          {supplement.canSign && supplement.isOutdated ? (
            <DisabledAct text={t.sign} reason={supplementSentences['supplement-outdated']} />
          ) : null}
          <ButtonLink href={paths.supplementPdf(id)} text={t.pdf} download />
          <ButtonLink href={paths.supplementDocx(id)} text={t.docx} download />
          {supplement.canSign && !supplement.refusalToAnnul ? (
            <ButtonLink href={paths.supplementAnnul(id)} text={t.annul} />
          ) : null}
        </>
      }
    >
      {supplement.isOutdated ? <Notice tone="warn">{t.outdated}</Notice> : null}
      {state === 'annulled' ? (
        <Notice>{annulReason === null ? t.annulledByNew : t.annulledBecause(annulReason)}</Notice>
      ) : null}
      <Card title={t.preview}>
        <DocumentPreview document={supplement.document} />
        <p className="mute">{t.hashLine(supplement.documentHash)}</p>
      </Card>
    </Page>
  );
}
