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
import { withdrawNotice } from './mentorship-notice.operations.server.ts';
import { findEnding } from './mentorship-notice.queries.server.ts';
import { noticeSentencesOfPages, noticePageText as t } from './mentorship-notice.text.ts';

const params = z.object({ id: id() });
const need = ['mentorship.giveUp', 'mentorship.endEarly'] as const;

/** Taking a running notice back. */
export const loader = pageLoader({ need, params }, async ({ ctx, params }) => {
  const { canWithdraw, endsOn } = await findEnding(ctx, params.id);
  if (!canWithdraw || !endsOn) throw new NotFound('notice');
  return { id: params.id, endsOn };
});

export const action = formAction(
  { need, params, schema: z.object({}), labels: t.labels, sentences: noticeSentencesOfPages },
  async ({ ctx, params }) => {
    await withdrawNotice(ctx, params.id);
    return { to: paths.mentorship(params.id), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function MentorshipKeepPage() {
  const { id, endsOn } = useLoaderData<typeof loader>();
  const back = paths.mentorship(id);
  return (
    <Page title={t.withdrawTitle} lede={t.withdrawLede} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <p>{t.endsOnOf(endsOn)}</p>
        <Form problem={useActionData<typeof action>()} submit={t.withdraw} cancel={back} />
      </Card>
    </Page>
  );
}
