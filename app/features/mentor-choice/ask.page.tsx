import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { askMentor } from './mentor-ask.operations.server.ts';
import { findRequestToChoose, listLiveOffers } from './mentor-choice.queries.server.ts';
import { askParams, nothingSchema } from './mentor-choice.schema.ts';
import { choiceSentences, choiceText as t } from './mentor-choice.text.ts';
import { weigh } from './suggestions.server.ts';

/** Asking one colleague: what he will see, and how long an answer takes. */
export const loader = pageLoader({ need: 'request.edit', params: askParams }, async ({ ctx, params }) => {
  const request = await findRequestToChoose(ctx, params.id);
  const { result, candidates } = await weigh(ctx, request, [params.mentorId]);
  const mentor = candidates.get(params.mentorId);
  if (!mentor || mentor.unitId !== request.unitId) throw new NotFound('person');
  const offers = await listLiveOffers(ctx, params.id);
  const isLive = offers.some(({ state }) => state === 'asked' || state === 'accepted');
  const refusal = isLive ? 'one-ask-at-a-time' : result.ranked.length === 0 ? 'mentor-not-suitable' : null;
  const isOffered = offers.some(({ mentorId, state }) => mentorId === params.mentorId && state === 'volunteered');
  return {
    id: params.id,
    name: mentor.name,
    isOffered,
    refusal: request.state === 'open' ? refusal : ('request-not-open' as const),
  };
});

export const action = formAction(
  { need: 'request.edit', params: askParams, schema: nothingSchema, labels: {}, sentences: choiceSentences },
  async ({ ctx, params }) => {
    await askMentor(ctx, params.id, { mentorId: params.mentorId });
    return { to: paths.requestChoose(params.id), done: t.asked };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.askTitle} — ${uiText.brand}` }];

export default function AskPage() {
  const { id, name, isOffered, refusal } = useLoaderData<typeof loader>();
  const back = paths.requestChoose(id);
  return (
    <Page
      title={isOffered ? t.takeTitle : t.askTitle}
      lede={t.askLede(name)}
      back={{ href: back, text: t.backToChoice }}
      narrow
    >
      <Card>
        <p>{isOffered ? t.takeNote : t.askNote}</p>
        <Form
          problem={useActionData<typeof action>()}
          refusal={refusal && choiceSentences[refusal]}
          submit={isOffered ? t.take : t.send}
          cancel={back}
        />
      </Card>
    </Page>
  );
}
