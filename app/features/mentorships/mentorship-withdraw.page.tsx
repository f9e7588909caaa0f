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
import { withdrawMentorship } from './mentorship.operations.server.ts';
import { findMentorship } from './mentorship.queries.server.ts';
import { versionOnlySchema } from './mentorship.schema.ts';
import { pairName, periodWords } from './mentorship.text.ts';
import { allSentences, mentorshipText as t } from './mentorship-pages.text.ts';

const params = z.object({ id: id() });

/** Taking a proposal back. */
export const loader = pageLoader({ need: 'mentorship.propose', params }, async ({ ctx, params }) => {
  const { canWithdraw, version, mentor, mentee, startedOn, endedOn } = await findMentorship(ctx, params.id);
  if (!canWithdraw) throw new NotFound('mentorship');
  return { id: params.id, version, pair: pairName(mentor, mentee), period: periodWords(startedOn, endedOn) };
});

export const action = formAction(
  { need: 'mentorship.propose', params, schema: versionOnlySchema, labels: t.labels, sentences: allSentences },
  async ({ ctx, params, input }) => {
    await withdrawMentorship(ctx, params.id, input);
    return { to: paths.mentorship(params.id), done: t.withdrawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.withdrawTitle} — ${uiText.brand}` }];

export default function MentorshipWithdrawPage() {
  const { id, version, pair, period } = useLoaderData<typeof loader>();
  const back = paths.mentorship(id);
  return (
    <Page title={t.withdrawTitle} lede={t.withdrawLede} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <p>
          <b>{pair}</b>, {period}
        </p>
        <Form problem={useActionData<typeof action>()} version={version} submit={t.withdraw} cancel={back} />
      </Card>
    </Page>
  );
}
