import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findConsentOwner } from '../personal-consents/personal-consent.queries.server.ts';
import { addGuardian } from './guardian.operations.server.ts';
import { guardianSchema, wardParams } from './guardian.schema.ts';
import { guardianSentences, guardianText as t } from './guardian.text.ts';
import { GuardianFields } from './guardian-fields.tsx';

const need = 'consentPaper.record';

/** Who represents a minor. */
export const loader = pageLoader({ need, params: wardParams }, async ({ ctx, params }) => {
  const { id, name, canRecord } = await findConsentOwner(ctx, params.id);
  if (!canRecord) throw new NotFound('person');
  return { id, name };
});

export const action = formAction(
  { need, params: wardParams, schema: guardianSchema, labels: t.labels, sentences: guardianSentences },
  async ({ ctx, params, input }) => {
    await addGuardian(ctx, params.id, input);
    return { to: paths.personConsents(params.id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.addTitle} — ${uiText.brand}` }];

export default function GuardianAddPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.personConsents(id);
  return (
    <Page title={t.addTitle} lede={t.addLede(name)} back={{ href: back, text: t.back }} narrow>
      <Card>
        <Form problem={problem} cancel={back}>
          <GuardianFields />
        </Form>
      </Card>
    </Page>
  );
}
