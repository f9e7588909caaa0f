import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { answerAsk } from './ask-answer.operations.server.ts';
import { findAsk } from './mentor-choice.queries.server.ts';
import { answerSchema, choiceParams } from './mentor-choice.schema.ts';
import { choiceSentences, choiceText as t } from './mentor-choice.text.ts';
import { ASK_ANSWERS } from './mentor-choice.ts';
import { RequestOutline } from './request-outline.tsx';

/** An ask to whom it concerns, with equal answers (BR-04, BR-06). */
export const loader = pageLoader({ need: 'ask.answer', params: choiceParams }, async ({ ctx, params }) => {
  const { id, state, expiresOn, isOpen, content, areas, name, words } = await findAsk(ctx, params.id);
  const isLate = state === 'asked' && expiresOn !== null && expiresOn < ctx.today;
  const standing = !isOpen || isLate ? 'over' : state;
  const { occasion, menteeCategory, subject, formats, remoteReason } = content;
  const outline = { occasion, menteeCategory, subject, formats, remoteReason, areas, name, words };
  return { id, standing, expiresOn, outline };
});

export const action = formAction(
  { need: 'ask.answer', params: choiceParams, schema: answerSchema, labels: t.labels, sentences: choiceSentences },
  async ({ ctx, params, input }) => {
    await answerAsk(ctx, params.id, input);
    return { to: paths.ask(params.id), done: input.answer === 'accepted' ? t.saidYes : t.saidNo };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.answerTitle} — ${uiText.brand}` }];

export default function AskAnswerPage() {
  const { standing, expiresOn, outline } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const isOver = standing !== 'asked' && standing !== 'accepted' && standing !== 'volunteered';
  return (
    <Page
      title={standing === 'volunteered' ? t.offeredTitle : t.answerTitle}
      lede={standing === 'asked' && expiresOn ? t.answerLede(expiresOn) : undefined}
      back={{ href: paths.home(), text: uiText.back }}
      narrow
    >
      {isOver ? <Notice>{t.answerOver}</Notice> : null}
      {standing === 'accepted' ? <Notice tone="ok">{t.answerAccepted}</Notice> : null}
      {standing === 'volunteered' ? <Notice>{t.offeredLede}</Notice> : null}
      {isOver ? null : (
        <Card>
          <RequestOutline outline={outline} />
        </Card>
      )}
      {standing === 'asked' ? (
        <Card title={t.answer}>
          <Form problem={problem} submit={t.answerSend}>
            <RadioField
              name="answer"
              label={t.labels.answer}
              options={ASK_ANSWERS.map((value) => ({
                value,
                text: t.answerOptions[value],
                ...(value === 'declined_stop' ? { hint: t.stopHint } : {}),
              }))}
            />
          </Form>
        </Card>
      ) : null}
      {standing === 'volunteered' ? (
        <Card>
          <Form problem={problem} submit={t.takeBack}>
            <HiddenField name="answer" value="declined" />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}
