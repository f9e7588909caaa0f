import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { withdrawChange } from './membership.operations.server.ts';
import { findChange } from './membership.queries.server.ts';
import { changeVersionSchema } from './membership.schema.ts';
import { membershipSentences, membershipText as t } from './membership.text.ts';

const params = z.object({ id: id() });

/** Taking an invitation back. */
export const loader = pageLoader({ need: 'membershipChange.manage', params }, async ({ ctx, params }) => {
  const { canManage, mentorshipId, name, version } = await findChange(ctx, params.id);
  if (!canManage) throw new NotFound('membershipChange');
  return { mentorshipId, name, version };
});

export const action = formAction(
  {
    need: 'membershipChange.manage',
    params,
    schema: changeVersionSchema,
    labels: t.labels,
    sentences: membershipSentences,
  },
  async ({ ctx, params, input }) => {
    await withdrawChange(ctx, params.id, input);
    return { to: paths.membershipChange(params.id), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function ChangeWithdrawPage() {
  const { mentorshipId, name, version } = useLoaderData<typeof loader>();
  const back = paths.mentorshipMembers(mentorshipId);
  return (
    <Page title={t.withdrawTitle} lede={t.withdrawLede(name)} back={{ href: back, text: t.title }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} version={version} submit={t.withdraw} cancel={back} />
      </Card>
    </Page>
  );
}
