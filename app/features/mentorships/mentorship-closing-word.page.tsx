import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { writeClosingWord } from './closing-word.operations.server.ts';
import { findOwnClosingWord } from './closing-word.queries.server.ts';
import { closingWordSentences, closingWordText as t } from './closing-word.text.ts';
import { closingWordSchema } from './mentorship.schema.ts';
import { mentorshipText } from './mentorship-pages.text.ts';

const params = z.object({ id: id() });

/** One's own closing words; a page of its own because the roles of the sides end with the mentorship. */
export const loader = pageLoader({ need: 'mentorship.closingWord', params }, ({ ctx, params }) =>
  findOwnClosingWord(ctx, params.id),
);

export const action = formAction(
  {
    need: 'mentorship.closingWord',
    params,
    schema: closingWordSchema,
    labels: t.labels,
    sentences: closingWordSentences,
  },
  async ({ ctx, params, input }) => {
    await writeClosingWord(ctx, params.id, input);
    return { to: paths.closingWord(params.id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MentorshipClosingWordPage() {
  const { mentor, mentee, startedOn, endedOn, finishedOn, refusal, words, version } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { finished, periodOf } = mentorshipText;
  return (
    <Page title={t.title} lede={t.lede} back={{ href: paths.home(), text: uiText.back }} narrow>
      <Card>
        <SummaryList
          rows={[
            { key: mentorshipText.mentor, value: mentor },
            { key: mentorshipText.mentee, value: mentee },
            {
              key: t.term,
              value: finishedOn ? finished(startedOn, endedOn, finishedOn) : periodOf(startedOn, endedOn),
            },
            ...(refusal && words ? [{ key: t.what, value: words }] : []),
          ]}
        />
        {refusal && !problem ? (
          <Notice>
            <p>{closingWordSentences[refusal]}</p>
          </Notice>
        ) : (
          <Form problem={problem} version={version} submit={t.save} cancel={paths.home()}>
            <TextArea
              name="words"
              label={t.labels.words}
              hint={t.wordsHint}
              rows={8}
              maxLength={2000}
              defaultValue={words}
            />
          </Form>
        )}
      </Card>
    </Page>
  );
}
