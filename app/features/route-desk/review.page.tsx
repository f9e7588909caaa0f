import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { listStepFiles } from '../educational-routes/route-file.queries.server.ts';
import { FileList } from '../educational-routes/route-file-list.tsx';
import { ProductText, stepRows } from '../educational-routes/route-step-rows.tsx';
import { deskParams, reviewSchema } from './desk.schema.ts';
import { deskSentences, deskText as t } from './desk.text.ts';
import type { DeskRule } from './desk.ts';
import { listRemarks } from './remark.queries.server.ts';
import { RemarkList } from './remark-list.tsx';
import { reviewProduct } from './review.operations.server.ts';
import { findNextWaiting, findProduct } from './review.queries.server.ts';

const sentences = { ...routeSentences, ...deskSentences };

/** One product on one screen: what was promised, what came of it, what was said, and the tutor's word. */
export const loader = pageLoader({ need: 'route.accompany', params: deskParams }, async ({ ctx, params }) => {
  const step = await findProduct(ctx, params.id);
  if (!step.isTutor) throw new NotFound('step');
  const [remarks, next, files] = await Promise.all([
    listRemarks(ctx, params.id),
    findNextWaiting(ctx, params.id),
    listStepFiles(ctx, params.id),
  ]);
  const { isTutor: _, reviewState: __, ...shown } = step;
  const refusal = refusalOf(step);
  return { step: shown, refusal, remarks, next, files, timeZone: ctx.timeZone };
});

/** Why the product cannot be read now; null when it waits. */
function refusalOf(step: { closedOn: string | null; reviewState: string }): DeskRule | null {
  if (step.closedOn === null) return 'step-not-closed-yet';
  return step.reviewState === 'waits' ? null : 'product-already-read';
}

export const action = formAction(
  { need: 'route.accompany', params: deskParams, schema: reviewSchema, labels: t.labels, sentences },
  async ({ ctx, params, input }) => {
    await reviewProduct(ctx, params.id, input);
    const next = await findNextWaiting(ctx, params.id);
    const done = input.decision === 'accepted' ? t.accepted : t.askedForMore;
    return next.id
      ? { to: paths.stepReview(next.id), done: t.andNext(done) }
      : { to: paths.desk(), done: t.andLast(done) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.reviewTitle} — ${uiText.brand}` }];

export default function ReviewPage() {
  const { step, refusal, remarks, next, files, timeZone } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={step.title}
      lede={[step.owner, step.unitName, step.closedOn ? t.closedOn(formatDay(step.closedOn)) : null]
        .filter(Boolean)
        .join(' · ')}
      back={{ href: paths.desk(), text: t.title }}
      actions={next.id ? <ButtonLink href={paths.stepReview(next.id)} text={t.skip(next.total)} /> : undefined}
    >
      <Card title={t.product}>
        <p className="prose">
          {step.product ? <ProductText product={step.product} link={step.productLink} /> : t.noProduct}
        </p>
        {files.length > 0 ? <FileList files={files} /> : null}
        {step.attitude ? (
          <>
            <h3>{t.attitude}</h3>
            <p className="prose">{step.attitude}</p>
          </>
        ) : null}
        <SummaryList rows={stepRows({ ...step, product: null, attitude: null })} />
      </Card>
      <Card title={t.yourWord}>
        <Form
          refusal={refusal && deskSentences[refusal]}
          problem={problem}
          version={step.version}
          submit={next.id ? t.saveAndNext : t.saveAndClose}
          cancel={paths.desk()}
          keep
        >
          <RadioField
            name="decision"
            label={t.labels.decision}
            inline
            defaultValue="accepted"
            options={[
              { value: 'accepted', text: t.decisions.accepted },
              { value: 'more', text: t.decisions.more },
            ]}
          />
          <TextArea name="note" label={t.labels.note} hint={t.hints.note} optional rows={4} />
        </Form>
      </Card>
      {remarks.length > 0 ? (
        <Card title={t.talk}>
          <RemarkList remarks={remarks} timeZone={timeZone} />
        </Card>
      ) : null}
    </Page>
  );
}
