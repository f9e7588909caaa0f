import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { endAgreement } from './agreement.operations.server.ts';
import { findAgreement } from './agreement.queries.server.ts';
import { agreementEndSchema, agreementParams } from './agreement.schema.ts';
import { agreementLabels, agreementPeriod, agreementSentences, agreementText as t } from './agreement.text.ts';
import { ruleAgainstEndingAtAll } from './agreement.ts';

/** Ending an agreement before its term. */
export const loader = pageLoader({ need: 'agreement.manage', params: agreementParams }, async ({ ctx, params }) => {
  const { id, number, partner, startedOn, endedOn, version } = await findAgreement(ctx, params.id);
  const refusal = ruleAgainstEndingAtAll({ endedOn }, ctx.today);
  return { id, number, partner, startedOn, endedOn, version, refusal, today: ctx.today };
});

export const action = formAction(
  {
    need: 'agreement.manage',
    params: agreementParams,
    schema: agreementEndSchema,
    labels: agreementLabels,
    sentences: agreementSentences,
  },
  async ({ ctx, params, input }) => {
    await endAgreement(ctx, params.id, input);
    return { to: paths.agreement(params.id), done: t.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.end} — ${uiText.brand}` }];

export default function AgreementEndPage() {
  const { id, number, partner, startedOn, endedOn, version, refusal, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.agreement(id), text: t.pageTitle(number) };
  return (
    <Page title={t.endTitle(number)} lede={t.endLede} back={back} narrow>
      <Card>
        <p>
          {partner}, {agreementPeriod(startedOn, endedOn)}
        </p>
        <Form
          refusal={refusal && agreementSentences[refusal]}
          problem={problem}
          version={version}
          submit={t.end}
          danger
          cancel={back.href}
        >
          <DateField name="endedOn" label={agreementLabels.endedOn} defaultValue={today} />
          <TextField name="endReason" label={agreementLabels.endReason} />
        </Form>
      </Card>
    </Page>
  );
}
