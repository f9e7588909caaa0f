import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findAgreement } from './agreement.queries.server.ts';
import { agreementParams } from './agreement.schema.ts';
import { agreementPeriod, agreementSentences, agreementText as t } from './agreement.text.ts';
import { agreementState, ruleAgainstEndingAtAll } from './agreement.ts';
import { AgreementStateTag } from './agreement-state-tag.tsx';

/** One agreement: the parties, the term, what it is about. */
export const loader = pageLoader({ need: 'agreement.manage', params: agreementParams }, async ({ ctx, params }) => {
  const { version: _, ...agreement } = await findAgreement(ctx, params.id);
  const refusal = ruleAgainstEndingAtAll(agreement, ctx.today);
  return { agreement, state: agreementState(agreement, ctx.today), refusal };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? t.pageTitle(data.agreement.number) : t.title} — ${uiText.brand}` },
];

export default function AgreementPage() {
  const { agreement, state, refusal } = useLoaderData<typeof loader>();
  return (
    <Page
      title={t.pageTitle(agreement.number)}
      lede={<AgreementStateTag state={state} />}
      back={{ href: paths.agreements(), text: t.back }}
      actions={
        <>
          <ButtonLink href={paths.agreementEdit(agreement.id)} text={t.edit} />
          {refusal ? (
            <DisabledAct text={t.end} reason={agreementSentences[refusal]} />
          ) : (
            <ButtonLink href={paths.agreementEnd(agreement.id)} text={t.end} />
          )}
        </>
      }
    >
      <Card>
        <SummaryList
          rows={[
            { key: t.keeper, value: agreement.unitName },
            { key: t.partner, value: agreement.isOutside ? `${agreement.partner} (${t.outside})` : agreement.partner },
            { key: t.signedOn, value: formatDay(agreement.signedOn) },
            { key: t.period, value: agreementPeriod(agreement.startedOn, agreement.endedOn) },
            { key: t.subject, value: agreement.subject },
            ...(agreement.endReason ? [{ key: t.endReason, value: agreement.endReason }] : []),
          ]}
        />
      </Card>
    </Page>
  );
}
