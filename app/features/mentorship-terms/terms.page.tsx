import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findTerms } from './terms.queries.server.ts';
import { termsText as t, termsSentences } from './terms.text.ts';
import { termsRows } from './terms-rows.tsx';
import { stepsOf } from './terms-steps.tsx';

/** What the mentors of a mentorship do and how it is paid; never for a mentee. */
export const loader = pageLoader(
  { need: ['mentorship.papers', 'terms.read'], params: z.object({ id: id() }) },
  async ({ ctx, params }) => ({ id: params.id, mentors: await findTerms(ctx, params.id) }),
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function TermsPage() {
  const { id, mentors } = useLoaderData<typeof loader>();
  const canReadPair = mentors.some((one) => one.canReadPair);
  const back = canReadPair
    ? { href: paths.mentorship(id), text: t.toMentorship }
    : { href: paths.mentorshipConsent(id), text: uiText.back };
  return (
    <Page title={t.title} back={back} narrow>
      {mentors.map((terms) => (
        <Card key={terms.personId} title={mentors.length > 1 ? terms.mentor : undefined}>
          <SummaryList rows={termsRows(terms)} />
          <div className="buttons">
            <Acts id={id} terms={terms} />
          </div>
        </Card>
      ))}
    </Page>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>['mentors'][number];

function Acts({ id, terms }: { id: string; terms: Shown }) {
  const { personId, canSet, canGround, refusal, supplementId, pay, version } = terms;
  const [first] = stepsOf(id, personId, terms.legalBasis);
  const isUnpaid = pay?.payKind === 'none' && terms.legalBasis === 'labor_351_8';
  const change = version === 0 ? t.fill : t.change;
  return (
    <>
      {canGround && isUnpaid && !refusal ? (
        <ButtonLink href={paths.termsZeroPay(id, personId)} text={t.giveGround} primary={pay.zeroPayGround === null} />
      ) : null}
      {supplementId ? <ButtonLink href={paths.supplement(supplementId)} text={t.openSupplement} /> : null}
      {canSet && !refusal && version > 0 && !terms.isSupplementCurrent ? (
        <ButtonLink href={paths.termsCheck(id, personId)} text={t.check} primary />
      ) : null}
      {canSet && !refusal && first ? <ButtonLink href={first.href} text={change} primary={version === 0} /> : null}
      {canSet && refusal ? <DisabledAct text={change} reason={termsSentences[refusal]} /> : null}
    </>
  );
}
