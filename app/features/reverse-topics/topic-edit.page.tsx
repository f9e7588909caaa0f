import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { writeTopic } from './topic.operations.server.ts';
import { findDirection } from './topic.queries.server.ts';
import { topicSchema } from './topic.schema.ts';
import { topicText as t, topicSentences } from './topic.text.ts';

const params = z.object({ id: id(), teacherId: id() });

/** What one of the two teaches the other, and to which goal. */
export const loader = pageLoader({ need: 'mentorship.topics', params }, ({ ctx, params }) =>
  findDirection(ctx, params.id, params.teacherId),
);

export const action = formAction(
  { need: 'mentorship.topics', params, schema: topicSchema, labels: t.labels, sentences: topicSentences },
  async ({ ctx, params, input }) => {
    await writeTopic(ctx, params.id, params.teacherId, input);
    return { to: paths.mentorshipTopics(params.id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.editTitle} — ${uiText.brand}` }];

export default function TopicEditPage() {
  const { id, direction } = useLoaderData<typeof loader>();
  const back = paths.mentorshipTopics(id);
  return (
    <Page
      title={t.editTitle}
      lede={`${t.teaches(direction.teacher, direction.learner)}.`}
      back={{ href: back, text: t.title }}
      narrow
    >
      <Card>
        <Form problem={useActionData<typeof action>()} version={direction.version} cancel={back}>
          <TextField name="topic" label={t.topic} hint={t.topicHint} defaultValue={direction.topic ?? ''} />
          <TextArea name="goal" label={t.goal} hint={t.goalHint} maxLength={1000} defaultValue={direction.goal ?? ''} />
        </Form>
      </Card>
    </Page>
  );
}
