import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { closeMentorship } from './mentorship.operations.server.ts';
import { findMentorship } from './mentorship.queries.server.ts';
import { closeSchema } from './mentorship.schema.ts';
import { pairName } from './mentorship.text.ts';
import { noticePageText } from './mentorship-notice.text.ts';
import { allSentences, mentorshipText as t } from './mentorship-pages.text.ts';

const params = z.object({ id: id() });

/** The end of a mentorship on its actual last day. */
export const loader = pageLoader({ need: 'mentorship.close', params }, async ({ ctx, params }) => {
  const { canClose, version, mentor, mentee, startedOn, endedOn } = await findMentorship(ctx, params.id);
  if (!canClose) throw new NotFound('mentorship');
  const finishedOn = ctx.today < endedOn ? ctx.today : endedOn;
  return { id: params.id, version, pair: pairName(mentor, mentee), startedOn, endedOn, finishedOn };
});

export const action = formAction(
  { need: 'mentorship.close', params, schema: closeSchema, labels: t.labels, sentences: allSentences },
  async ({ ctx, params, input }) => {
    await closeMentorship(ctx, params.id, input);
    return { to: paths.mentorship(params.id), done: t.closed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.closeTitle} — ${uiText.brand}` }];

export default function MentorshipClosePage() {
  const { id, version, pair, startedOn, endedOn, finishedOn } = useLoaderData<typeof loader>();
  const back = paths.mentorship(id);
  return (
    <Page title={t.closeTitle} lede={t.closeLede} back={{ href: back, text: uiText.back }} narrow>
      <Card>
        <p>
          <b>{pair}</b>
        </p>
        <p className="mute">{noticePageText.closeInstead}</p>
        <Form problem={useActionData<typeof action>()} version={version} submit={t.close} cancel={back}>
          <DateField
            name="finishedOn"
            label={t.finishedOn}
            hint={t.finishedHint(startedOn, endedOn)}
            defaultValue={finishedOn}
          />
          <TextArea name="outcome" label={t.outcome} hint={t.outcomeHint} maxLength={2000} optional />
        </Form>
      </Card>
    </Page>
  );
}
