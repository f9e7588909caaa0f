import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { addDays } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { DocumentPreview } from '#reports/document-html.tsx';
import { listReviewers } from './act-life.queries.server.ts';
import { submitAct } from './local-act.operations.server.ts';
import { findAct } from './local-act.queries.server.ts';
import { submitSchema } from './local-act.schema.ts';
import { actSentences, actText } from './local-act.text.ts';
import { ruleAgainstEditing } from './local-act.ts';

const params = z.object({ id: id() });
const USUAL_DAYS = 3;

/** Handing a draft to the head. */
export const loader = pageLoader({ need: 'act.edit', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canEdit) throw new NotFound('act');
  const { id, version, state, document } = act;
  const reviewers = await listReviewers(ctx, act);
  const reviewDueOn = addDays(ctx.today, USUAL_DAYS);
  return {
    id,
    version,
    refusal: ruleAgainstEditing(state),
    document,
    signer: act.values.signerName,
    reviewers,
    reviewDueOn,
  };
});

export const action = formAction(
  { need: 'act.edit', params, schema: submitSchema, labels: actText.labels, sentences: actSentences },
  async ({ ctx, params, input }) => {
    const { signer } = await submitAct(ctx, params.id, input);
    return { to: paths.act(params.id), done: actText.submitted(signer) };
  },
);

export const meta: MetaFunction = () => [{ title: `${actText.submit} — ${uiText.brand}` }];

export default function ActSubmitPage() {
  const { id, version, refusal, document, signer, reviewers, reviewDueOn } = useLoaderData<typeof loader>();
  return (
    <Page
      title={actText.submit}
      lede={`${actText.submitLede} ${actText.waitsFor(signer)}.`}
      back={{ href: paths.act(id), text: uiText.back }}
    >
      <Card>
        <DocumentPreview document={document} />
        <Form
          refusal={refusal && actSentences[refusal]}
          problem={useActionData<typeof action>()}
          version={version}
          submit={actText.submit}
          cancel={paths.act(id)}
        >
          {reviewers.length > 0 ? (
            <>
              <CheckboxList
                name="reviewerIds"
                label={actText.labels.reviewerIds}
                hint={actText.reviewersHint}
                options={reviewers}
                optional
              />
              <DateField name="reviewDueOn" label={actText.labels.reviewDueOn} defaultValue={reviewDueOn} optional />
            </>
          ) : null}
        </Form>
      </Card>
    </Page>
  );
}
