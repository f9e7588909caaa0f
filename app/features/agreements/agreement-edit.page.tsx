import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { editAgreement } from './agreement.operations.server.ts';
import { findAgreement } from './agreement.queries.server.ts';
import { agreementEditSchema, agreementParams } from './agreement.schema.ts';
import { agreementLabels, agreementSentences, agreementText as t } from './agreement.text.ts';
import { AgreementTermsFields } from './agreement-terms.tsx';

/** Correcting what was typed from the paper. */
export const loader = pageLoader({ need: 'agreement.manage', params: agreementParams }, async ({ ctx, params }) => {
  const { id, number, signedOn, startedOn, endedOn, subject, version } = await findAgreement(ctx, params.id);
  return { id, terms: { number, signedOn, startedOn, endedOn, subject }, version };
});

export const action = formAction(
  {
    need: 'agreement.manage',
    params: agreementParams,
    schema: agreementEditSchema,
    labels: agreementLabels,
    sentences: agreementSentences,
  },
  async ({ ctx, params, input }) => {
    await editAgreement(ctx, params.id, input);
    return { to: paths.agreement(params.id), done: t.edited };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.edit} — ${uiText.brand}` }];

export default function AgreementEditPage() {
  const { id, terms, version } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.agreement(id), text: t.pageTitle(terms.number) };
  return (
    <Page title={t.editTitle(terms.number)} lede={t.editLede} back={back} narrow>
      <Card>
        <Form problem={problem} version={version} cancel={back.href}>
          <AgreementTermsFields terms={terms} />
        </Form>
      </Card>
    </Page>
  );
}
