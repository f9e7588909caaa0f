import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { withdrawConsent } from './consent-withdrawal.operations.server.ts';
import { findPersonalConsent } from './personal-consent.queries.server.ts';
import { consentParams, withdrawSchema } from './personal-consent.schema.ts';
import {
  consentTitles,
  personalConsentSentences,
  stopsToday,
  personalConsentText as t,
} from './personal-consent.text.ts';
import { destroyBy } from './personal-consent.ts';

const need = 'personalConsent.withdraw';

/** Taking a consent back: what stops today, what is destroyed until when, what the law keeps. */
export const loader = pageLoader({ need, params: consentParams }, async ({ ctx, params }) => {
  const { id, purpose, version, isOwn, endedOn } = await findPersonalConsent(ctx, params.id);
  if (!isOwn) throw new NotFound('personalConsent');
  const refusal = endedOn === null ? null : personalConsentSentences['consent-not-in-force'];
  return { id, purpose, version, refusal, dueOn: destroyBy(ctx.today) };
});

export const action = formAction(
  { need, params: consentParams, schema: withdrawSchema, labels: t.labels, sentences: personalConsentSentences },
  async ({ ctx, params, input }) => {
    await withdrawConsent(ctx, params.id, input);
    return { to: paths.myDocuments(), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function ConsentWithdrawPage() {
  const { id, purpose, version, refusal, dueOn } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.personalConsent(id);
  return (
    <Page
      title={t.withdrawTitle}
      lede={`${consentTitles[purpose]}. ${t.withdrawLede}`}
      back={{ href: back, text: t.title }}
      narrow
    >
      <Card title={t.stops}>
        <p>{stopsToday[purpose]}</p>
      </Card>
      <Card title={t.term}>
        <p>{t.termText(dueOn)}</p>
      </Card>
      <Card title={t.keeps}>
        <p>{t.keepsText}</p>
        <Form problem={problem} refusal={refusal} version={version} submit={t.withdrawSubmit} danger cancel={back} />
      </Card>
    </Page>
  );
}
