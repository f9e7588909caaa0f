import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { resumeMentorship } from './pause.operations.server.ts';
import { findPause } from './pause.queries.server.ts';
import { resumeSchema } from './pause.schema.ts';
import { pauseReasons, pauseSentences, pauseText as t } from './pause.text.ts';

const params = z.object({ id: id() });

/** The first day of work before a pause is over. */
export const loader = pageLoader({ need: 'mentorship.pause', params }, async ({ ctx, params }) => ({
  pause: await findPause(ctx, params.id),
  today: ctx.today,
}));

export const action = formAction(
  { need: 'mentorship.pause', params, schema: resumeSchema, labels: t.labels, sentences: pauseSentences },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await resumeMentorship(ctx, params.id, input);
    return { to: paths.mentorship(mentorshipId), done: t.resumed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.resumeTitle} — ${uiText.brand}` }];

export default function MentorshipResumePage() {
  const { pause, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorship(pause.mentorshipId);
  return (
    <Page
      title={t.resumeTitle}
      lede={t.resumeLede(pauseReasons[pause.reason], pause.startedOn, pause.endedOn)}
      back={{ href: back, text: t.backToPair }}
      narrow
    >
      <Card>
        {pause.endedOn < today && !problem ? (
          <Empty>{t.over}</Empty>
        ) : (
          <Form problem={problem} version={pause.version} submit={t.resume} cancel={back}>
            <DateField name="resumedOn" label={t.resumedOn} defaultValue={today} />
          </Form>
        )}
      </Card>
    </Page>
  );
}
