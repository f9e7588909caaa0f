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
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { Earliest } from './mentorship-earliest.tsx';
import { recordEarlyEnd } from './mentorship-notice.operations.server.ts';
import { findBeforeNotice } from './mentorship-notice.queries.server.ts';
import { earlyEndSchema } from './mentorship-notice.schema.ts';
import { noticeSentencesOfPages, partyWords, noticePageText as t } from './mentorship-notice.text.ts';
import { NOTICE_PARTIES } from './mentorship-notice.ts';

const params = z.object({ id: id() });

/** A notice of the organisation, or of a side on paper, as head or curator records it. */
export const loader = pageLoader({ need: 'mentorship.endEarly', params }, async ({ ctx, params }) =>
  findBeforeNotice(ctx, params.id, 'mentorship.endEarly'),
);

export const action = formAction(
  { need: 'mentorship.endEarly', params, schema: earlyEndSchema, labels: t.labels, sentences: noticeSentencesOfPages },
  async ({ ctx, params, input }) => {
    await recordEarlyEnd(ctx, params.id, input);
    return { to: paths.mentorship(params.id), done: t.sent(input.endsOn) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.earlyEndTitle} — ${uiText.brand}` }];

export default function MentorshipEarlyEndPage() {
  const { id, pair, today, endedOn, earliest } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorship(id);
  return (
    <Page title={t.earlyEndTitle} lede={t.earlyEndLede} back={{ href: back, text: uiText.back }} narrow>
      {earliest ? (
        <Card>
          <Earliest pair={pair} today={today} earliest={earliest} endedOn={endedOn} />
          <Form problem={problem} submit={t.send} cancel={back}>
            <RadioField
              name="party"
              label={t.labels.party}
              defaultValue="employer"
              options={NOTICE_PARTIES.map((party) => ({
                value: party,
                text: partyWords[party],
                ...(party === 'employer' ? {} : { hint: t.onPaper }),
              }))}
            />
            <RadioField
              name="manner"
              label={t.labels.manner}
              defaultValue="electronic"
              options={[
                { value: 'electronic', text: t.manners.electronic },
                { value: 'paper', text: t.manners.paper },
              ]}
              inline
            />
            <DateField name="givenOn" label={t.labels.givenOn} hint={t.givenHint} defaultValue={today} />
            <DateField
              name="endsOn"
              label={t.labels.endsOn}
              hint={t.endsHintPaper(earliest.endsOn)}
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
