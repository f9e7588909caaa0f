import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { personSentences } from '../people/person.text.ts';
import { answerMove } from './move.operations.server.ts';
import { findMove } from './move.queries.server.ts';
import { moveAnswerSchema, moveParams } from './move.schema.ts';
import { moveSentences, moveText as t } from './move.text.ts';

const sentences = { ...personSentences, ...moveSentences };

/** The organisation takes a teacher on who says he has moved there, or not. */
export const loader = pageLoader({ need: 'personMove.answer', params: moveParams }, async ({ ctx, params }) => {
  const { mayAnswer, id, name, fromName, post, subject, startsOn, state, version } = await findMove(ctx, params.id);
  if (!mayAnswer) throw new NotFound('move');
  const refusal = state === 'asked' ? null : moveSentences['move-answered'];
  return { id, name, fromName, work: [post, subject].filter(Boolean).join(', '), startsOn, version, refusal };
});

export const action = formAction(
  { need: 'personMove.answer', params: moveParams, schema: moveAnswerSchema, labels: t.labels, sentences },
  async ({ ctx, params, input }) => {
    await answerMove(ctx, params.id, input);
    return { to: paths.personMoves(), done: t.answered[input.answer] };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.answer} — ${uiText.brand}` }];

export default function MoveAnswerPage() {
  const { name, fromName, work, startsOn, version, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.answerTitle(name)}
      lede={t.answerLede(fromName, formatDay(startsOn))}
      back={{ href: paths.personMoves(), text: t.backToList }}
      narrow
    >
      <Card>
        <p>{work}</p>
        <p className="mute">{t.answerNote}</p>
        <Form refusal={refusal} problem={problem} version={version} submit={t.answer} cancel={paths.personMoves()}>
          <RadioField
            name="answer"
            label={t.labels.answer}
            options={[
              { value: 'accepted', text: t.choices.accepted },
              { value: 'declined', text: t.choices.declined },
            ]}
          />
        </Form>
      </Card>
    </Page>
  );
}
