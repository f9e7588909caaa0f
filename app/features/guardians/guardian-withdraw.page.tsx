import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findGuardianConsent } from './guardian.queries.server.ts';
import { guardianParams, guardianWithdrawSchema } from './guardian.schema.ts';
import { guardianSentences, guardianText as t } from './guardian.text.ts';
import { withdrawGuardianConsent } from './guardian-consent.operations.server.ts';

const need = 'guardianConsent.withdraw';

/** A guardian's consent taken back, from paper. */
export const loader = pageLoader({ need, params: guardianParams }, async ({ ctx, params }) => {
  const { withdrawnOn, ...consent } = await findGuardianConsent(ctx, params.id);
  const refusal = withdrawnOn === null ? null : guardianSentences['guardian-consent-withdrawn'];
  return { ...consent, refusal, today: ctx.today };
});

export const action = formAction(
  { need, params: guardianParams, schema: guardianWithdrawSchema, labels: t.labels, sentences: guardianSentences },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await findGuardianConsent(ctx, params.id);
    await withdrawGuardianConsent(ctx, params.id, input);
    return { to: paths.mentorship(mentorshipId), done: t.withdrawSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function GuardianWithdrawPage() {
  const { mentorshipId, guardianName, consentedOn, version, refusal, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorship(mentorshipId);
  return (
    <Page
      title={t.withdrawTitle}
      lede={t.withdrawLede(guardianName, consentedOn)}
      back={{ href: back, text: t.backToPair }}
      narrow
    >
      <Card>
        <Form problem={problem} refusal={refusal} version={version} submit={t.withdrawSubmit} danger cancel={back}>
          <DateField name="withdrawnOn" label={t.labels.withdrawnOn} defaultValue={today} />
        </Form>
      </Card>
    </Page>
  );
}
