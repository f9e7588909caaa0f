import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { tellTopicResult } from './topic.operations.server.ts';
import { findDirection } from './topic.queries.server.ts';
import { topicResultSchema } from './topic.schema.ts';
import { topicText as t, topicSentences } from './topic.text.ts';

const params = z.object({ id: id(), teacherId: id() });

/** What came out of one direction. */
export const loader = pageLoader({ need: 'mentorship.topics', params }, ({ ctx, params }) =>
  findDirection(ctx, params.id, params.teacherId),
);

export const action = formAction(
  { need: 'mentorship.topics', params, schema: topicResultSchema, labels: t.labels, sentences: topicSentences },
  async ({ ctx, params, input }) => {
    await tellTopicResult(ctx, params.id, params.teacherId, input);
    return { to: paths.mentorshipTopics(params.id), done: t.resultSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.resultTitle} — ${uiText.brand}` }];

export default function TopicResultPage() {
  const { id, direction } = useLoaderData<typeof loader>();
  const back = paths.mentorshipTopics(id);
  return (
    <Page
      title={t.resultTitle}
      lede={`${t.teaches(direction.teacher, direction.learner)}.`}
      back={{ href: back, text: t.title }}
      narrow
    >
      <Card>
        <SummaryList
          rows={[
            { key: t.topic, value: direction.topic ?? t.missing },
            { key: t.goal, value: direction.goal ?? t.missing },
          ]}
        />
        <Form problem={useActionData<typeof action>()} version={direction.version} cancel={back}>
          <TextArea
            name="result"
            label={t.result}
            hint={t.resultHint}
            maxLength={2000}
            defaultValue={direction.result}
          />
        </Form>
      </Card>
    </Page>
  );
}
