import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { productFileText } from '../product-files/product-file.text.ts';
import { deskParams, remarkSchema } from './desk.schema.ts';
import { deskSentences, deskText as t } from './desk.text.ts';
import { remarkOnStep } from './remark.operations.server.ts';
import { findTalk, listRemarks } from './remark.queries.server.ts';
import { RemarkList } from './remark-list.tsx';

const sentences = { ...routeSentences, ...deskSentences };
const need = ['route.read', 'route.shared'] as const;

/** The talk about a step: owner and tutor about everything, the curator of the school about the plan. */
export const loader = pageLoader({ need, params: deskParams }, async ({ ctx, params }) => {
  const [step, remarks] = await Promise.all([findTalk(ctx, params.id), listRemarks(ctx, params.id)]);
  return { step, remarks, timeZone: ctx.timeZone, onceKey: newId() };
});

export const action = formAction(
  { need, params: deskParams, schema: remarkSchema, labels: t.labels, sentences },
  async ({ ctx, params, input, onceKey }) => {
    await remarkOnStep(ctx, params.id, input, onceKey);
    return { to: paths.stepTalk(params.id), done: input.isSupplement ? t.supplemented : t.said };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.talk} — ${uiText.brand}` }];

export default function TalkPage() {
  const { step, remarks, timeZone, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const asksForMore = step.isOwner && step.reviewState === 'more';
  return (
    <Page
      title={t.talkTitle(step.title)}
      lede={`${step.owner} · ${formatDay(step.startedOn)} – ${formatDay(step.dueOn)}`}
      back={{ href: paths.route(step.routeId), text: t.backToRoute }}
      actions={step.mayReview ? <ButtonLink href={paths.stepReview(step.id)} text={t.review} primary /> : undefined}
      narrow
    >
      <Card title={t.talk}>
        <RemarkList remarks={remarks} timeZone={timeZone} />
      </Card>
      {step.maySpeak ? (
        <Card title={asksForMore ? t.supplementTitle : t.speak}>
          {asksForMore ? (
            <p>
              <a href={paths.stepFiles(step.id)}>{productFileText.add}</a>
            </p>
          ) : null}
          <Form problem={problem} submit={t.send} cancel={paths.route(step.routeId)} once={onceKey} keep>
            <TextArea name="text" label={t.labels.text} rows={4} />
            {asksForMore ? (
              <CheckboxField
                name="isSupplement"
                label={t.labels.isSupplement}
                hint={t.hints.isSupplement}
                defaultChecked
              />
            ) : null}
            {step.isWhole ? (
              <CheckboxField name="isAboutPlan" label={t.labels.isAboutPlan} hint={t.hints.isAboutPlan} />
            ) : null}
            <CheckboxField name="isAgreed" label={t.labels.isAgreed} hint={t.hints.isAgreed} />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}
