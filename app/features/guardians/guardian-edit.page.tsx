import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { editGuardian } from './guardian.operations.server.ts';
import { findGuardian } from './guardian.queries.server.ts';
import { guardianEditSchema, guardianParams } from './guardian.schema.ts';
import { guardianSentences, guardianText as t } from './guardian.text.ts';
import { GuardianFields } from './guardian-fields.tsx';

const need = 'guardian.manage';

/** A guardian's record corrected. */
export const loader = pageLoader({ need, params: guardianParams }, async ({ ctx, params }) =>
  findGuardian(ctx, params.id),
);

export const action = formAction(
  { need, params: guardianParams, schema: guardianEditSchema, labels: t.labels, sentences: guardianSentences },
  async ({ ctx, params, input }) => {
    const { personId } = await findGuardian(ctx, params.id);
    await editGuardian(ctx, params.id, input);
    return { to: paths.personConsents(personId), done: t.edited };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.editTitle} — ${uiText.brand}` }];

export default function GuardianEditPage() {
  const { personId, version, ...guardian } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.personConsents(personId);
  return (
    <Page title={t.editTitle} back={{ href: back, text: t.back }} narrow>
      <Card>
        <Form problem={problem} version={version} cancel={back}>
          <GuardianFields {...guardian} />
        </Form>
      </Card>
    </Page>
  );
}
