import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { groundZeroPay } from './terms.operations.server.ts';
import { findZeroPay } from './terms.queries.server.ts';
import { stepParams, zeroPaySchema } from './terms.schema.ts';
import { termsText as t, termsSentences } from './terms.text.ts';
import { termsRows } from './terms-rows.tsx';

const need = 'mentorship.groundZeroPay';

/** The head decides about work without pay: refused until a ground is written (BR-05). */
export const loader = pageLoader({ need, params: stepParams }, async ({ ctx, params }) =>
  findZeroPay(ctx, params.id, params.personId),
);

export const action = formAction(
  { need, params: stepParams, schema: zeroPaySchema, labels: t.labels, sentences: termsSentences },
  async ({ ctx, params, input }) => {
    await groundZeroPay(ctx, { mentorshipId: params.id, personId: params.personId }, input);
    return { to: paths.terms(params.id), done: t.zeroSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.zeroTitle} — ${uiText.brand}` }];

export default function TermsZeroPayPage() {
  const terms = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.terms(terms.mentorshipId);
  return (
    <Page title={t.zeroTitle} lede={t.zeroLede(terms.mentor)} back={{ href: back, text: t.title }} narrow>
      <Notice tone="warn">{t.zeroWarning}</Notice>
      <Card title={t.title}>
        <SummaryList rows={termsRows(terms)} />
      </Card>
      <Card>
        <Form
          refusal={terms.refusal && termsSentences[terms.refusal]}
          problem={problem}
          version={terms.version}
          submit={t.zeroSubmit}
          cancel={back}
          keep
        >
          <TextArea
            name="zeroPayGround"
            label={t.labels.zeroPayGround}
            maxLength={1000}
            defaultValue={terms.pay?.zeroPayGround ?? ''}
          />
        </Form>
      </Card>
    </Page>
  );
}
