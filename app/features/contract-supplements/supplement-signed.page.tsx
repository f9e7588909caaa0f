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
import { recordSignatures } from './supplement.operations.server.ts';
import { findSupplement } from './supplement.queries.server.ts';
import { signedSchema, supplementParams } from './supplement.schema.ts';
import { supplementSentences, supplementText as t } from './supplement.text.ts';

const need = 'supplement.sign';

/** Both dates from the signed paper (signing in electronic personnel flow is not kept here, L-4). */
export const loader = pageLoader({ need, params: supplementParams }, async ({ ctx, params }) => {
  const { id, mentor, startedOn, version, state, isOutdated, canSign } = await findSupplement(ctx, params.id);
  if (!canSign) throw new NotFound('supplement');
  const refusal = state === 'drawn' ? (isOutdated ? 'supplement-outdated' : null) : 'supplement-not-drawn';
  return { id, mentor, startedOn, version, refusal: refusal && supplementSentences[refusal] };
});

export const action = formAction(
  { need, params: supplementParams, schema: signedSchema, labels: t.labels, sentences: supplementSentences },
  async ({ ctx, params, input }) => {
    await recordSignatures(ctx, params.id, input);
    return { to: paths.supplement(params.id), done: t.signSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.signTitle} — ${uiText.brand}` }];

export default function SupplementSignedPage() {
  const { id, mentor, startedOn, version, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.supplement(id);
  return (
    <Page title={t.signTitle} lede={`${mentor}. ${t.signLede}`} back={{ href: back, text: t.title }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} version={version} submit={t.signSubmit} cancel={back}>
          <DateField name="employeeSignedOn" label={t.labels.employeeSignedOn} hint={t.latest(startedOn)} />
          <DateField name="employerSignedOn" label={t.labels.employerSignedOn} hint={t.latest(startedOn)} />
        </Form>
      </Card>
    </Page>
  );
}
