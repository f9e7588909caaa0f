import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { recordWithdrawalPaper } from './consent-withdrawal.operations.server.ts';
import { findPersonalConsent } from './personal-consent.queries.server.ts';
import { consentParams, paperWithdrawSchema } from './personal-consent.schema.ts';
import { consentTitles, personalConsentSentences, personalConsentText as t } from './personal-consent.text.ts';

const need = 'personalConsent.recordWithdrawal';

/** A withdrawal that came to the organisation on paper. */
export const loader = pageLoader({ need, params: consentParams }, async ({ ctx, params }) => {
  const consent = await findPersonalConsent(ctx, params.id);
  const { id, purpose, person, personId, version, endedOn } = consent;
  if (!consent.canRecordWithdrawal && endedOn === null) throw new NotFound('personalConsent');
  const refusal = endedOn === null ? null : personalConsentSentences['consent-not-in-force'];
  return { id, purpose, person, personId, version, refusal, today: ctx.today };
});

export const action = formAction(
  { need, params: consentParams, schema: paperWithdrawSchema, labels: t.labels, sentences: personalConsentSentences },
  async ({ ctx, params, input }) => {
    await recordWithdrawalPaper(ctx, params.id, input);
    return { to: paths.personalConsent(params.id), done: t.withdrawPaperSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawPaperTitle} — ${uiText.brand}` }];

export default function ConsentPaperWithdrawPage() {
  const { id, purpose, person, version, refusal, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.personalConsent(id);
  return (
    <Page
      title={t.withdrawPaperTitle}
      lede={`${person}. ${consentTitles[purpose]}. ${t.withdrawPaperLede}`}
      back={{ href: back, text: t.title }}
      narrow
    >
      <Card>
        <Form problem={problem} refusal={refusal} version={version} cancel={back}>
          <DateField name="withdrawnOn" label={t.labels.withdrawnOn} defaultValue={today} />
        </Form>
      </Card>
    </Page>
  );
}
