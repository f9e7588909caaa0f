import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { annulSupplement } from './supplement.operations.server.ts';
import { findSupplement } from './supplement.queries.server.ts';
import { annulSchema, supplementParams } from './supplement.schema.ts';
import { supplementSentences, supplementText as t } from './supplement.text.ts';

const need = 'supplement.sign';

/** Giving a supplement up before anybody works by it. */
export const loader = pageLoader({ need, params: supplementParams }, async ({ ctx, params }) => {
  const { id, mentor, version, canSign, refusalToAnnul } = await findSupplement(ctx, params.id);
  if (!canSign) throw new NotFound('supplement');
  return { id, mentor, version, refusal: refusalToAnnul && supplementSentences[refusalToAnnul] };
});

export const action = formAction(
  { need, params: supplementParams, schema: annulSchema, labels: t.labels, sentences: supplementSentences },
  async ({ ctx, params, input }) => {
    await annulSupplement(ctx, params.id, input);
    return { to: paths.supplement(params.id), done: t.annulSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.annulTitle} — ${uiText.brand}` }];

export default function SupplementAnnulPage() {
  const { id, mentor, version, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.supplement(id);
  return (
    <Page title={t.annulTitle} lede={`${mentor}. ${t.annulLede}`} back={{ href: back, text: t.title }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} version={version} submit={t.annul} danger cancel={back}>
          <TextArea name="reason" label={t.labels.reason} maxLength={500} />
        </Form>
      </Card>
    </Page>
  );
}
