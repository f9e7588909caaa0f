import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { Earliest } from './mentorship-earliest.tsx';
import { giveUpMentorship } from './mentorship-notice.operations.server.ts';
import { findBeforeNotice } from './mentorship-notice.queries.server.ts';
import { giveUpSchema } from './mentorship-notice.schema.ts';
import { noticeSentencesOfPages, noticePageText as t } from './mentorship-notice.text.ts';

const params = z.object({ id: id() });

/** A side's own notice that it ends the mentorship early. */
export const loader = pageLoader({ need: 'mentorship.giveUp', params }, async ({ ctx, params }) =>
  findBeforeNotice(ctx, params.id, 'mentorship.giveUp'),
);

export const action = formAction(
  { need: 'mentorship.giveUp', params, schema: giveUpSchema, labels: t.labels, sentences: noticeSentencesOfPages },
  async ({ ctx, params, input }) => {
    await giveUpMentorship(ctx, params.id, input);
    return { to: paths.mentorship(params.id), done: t.sent(input.endsOn) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.giveUpTitle} — ${uiText.brand}` }];

export default function MentorshipGiveUpPage() {
  const { id, pair, today, endedOn, earliest } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorship(id);
  return (
    <Page title={t.giveUpTitle} lede={t.giveUpLede} back={{ href: back, text: uiText.back }} narrow>
      {earliest ? (
        <Card>
          <Earliest pair={pair} today={today} earliest={earliest} endedOn={endedOn} />
          <Form problem={problem} submit={t.send} cancel={back}>
            <DateField
              name="endsOn"
              label={t.labels.endsOn}
              hint={t.endsHint(earliest.endsOn)}
              defaultValue={earliest.endsOn}
            />
          </Form>
        </Card>
      ) : (
        <Notice tone="warn">{noticeSentencesOfPages['calendar-year-missing']}</Notice>
      )}
    </Page>
  );
}
