import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findTopics } from './topic.queries.server.ts';
import { topicText as t } from './topic.text.ts';

const params = z.object({ id: id() });

/** What each of the two teaches the other, side by side (004-2). */
export const loader = pageLoader({ need: 'mentorship.topics', params }, ({ ctx, params }) =>
  findTopics(ctx, params.id),
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function TopicsPage() {
  const { id, directions, mayWrite, mayTell } = useLoaderData<typeof loader>();
  return (
    <Page title={t.title} lede={t.lede} back={{ href: paths.mentorship(id), text: t.backToPair }}>
      {directions.map(({ teacherId, teacher, learner, topic, goal, result }) => (
        <Card key={teacherId} title={t.teaches(teacher, learner)}>
          <SummaryList
            rows={[
              { key: t.topic, value: topic ?? t.missing },
              ...(goal === null ? [] : [{ key: t.goal, value: goal }]),
              ...(topic === null ? [] : [{ key: t.result, value: result === '' ? t.resultMissing : result }]),
            ]}
          />
          <div className="buttons">
            {mayWrite ? (
              <ButtonLink
                href={paths.mentorshipTopic(id, teacherId)}
                text={topic === null ? t.write : t.edit}
                primary={topic === null}
              />
            ) : null}
            {mayTell && topic !== null ? (
              <ButtonLink href={paths.mentorshipTopicResult(id, teacherId)} text={t.tell} primary={result === ''} />
            ) : null}
          </div>
        </Card>
      ))}
    </Page>
  );
}
