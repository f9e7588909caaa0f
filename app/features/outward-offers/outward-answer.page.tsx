import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { RequestOutline } from '../mentor-choice/request-outline.tsx';
import { answerOutward } from './outward-answer.operations.server.ts';
import { findOfferToMentor } from './outward-offer.queries.server.ts';
import { outwardAnswerSchema, outwardParams } from './outward-offer.schema.ts';
import { outwardSentences, outwardText as t } from './outward-offer.text.ts';
import { ruleAgainstOutwardAnswer } from './outward-offer.ts';
import { OutwardTermsList } from './outward-terms.tsx';

/** An offer of another organisation to the mentor, with equal answers (BR-04). */
export const loader = pageLoader({ need: 'outwardOffer.answer', params: outwardParams }, async ({ ctx, params }) => {
  const { state, agreedOn, ...offer } = await findOfferToMentor(ctx, params.id);
  return { ...offer, isAgreed: agreedOn !== null, refusal: ruleAgainstOutwardAnswer(state, agreedOn) };
});

export const action = formAction(
  {
    need: 'outwardOffer.answer',
    params: outwardParams,
    schema: outwardAnswerSchema,
    labels: t.labels,
    sentences: outwardSentences,
  },
  async ({ ctx, params, input }) => {
    await answerOutward(ctx, params.id, input);
    return { to: paths.outwardAnswer(params.id), done: input.answer === 'agreed' ? t.saidYes : t.saidNo };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.answerTitle} — ${uiText.brand}` }];

export default function OutwardAnswerPage() {
  const { outline, terms, unitName, isAgreed, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.answerTitle}
      lede={refusal ? undefined : t.answerLede(unitName)}
      back={{ href: paths.home(), text: uiText.back }}
      narrow
    >
      {refusal ? <Notice>{isAgreed ? t.agreed : t.over}</Notice> : null}
      {outline ? (
        <Card>
          <RequestOutline outline={outline} />
          <OutwardTermsList unitName={unitName} terms={terms} />
        </Card>
      ) : null}
      {refusal ? null : (
        <Card title={t.answer}>
          <Form problem={problem} submit={t.send}>
            <RadioField
              name="answer"
              label={t.labels.answer}
              options={[
                { value: 'agreed', text: t.answerOptions.agreed },
                { value: 'declined', text: t.answerOptions.declined },
              ]}
            />
          </Form>
        </Card>
      )}
    </Page>
  );
}
