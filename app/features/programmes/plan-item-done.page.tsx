import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { markPlanItemDone } from './plan-item.operations.server.ts';
import { doneSchema, programmeParams } from './programme.schema.ts';
import { planItemLabels, programmeSentences, programmeText } from './programme.text.ts';
import { ruleAgainstDone } from './programme.ts';
import { findPlanItem } from './programme-parts.queries.server.ts';

/** An item of an approved programme is done: when, and what came out. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, async ({ ctx, params }) => {
  const item = await findPlanItem(ctx, params.id);
  const { topic, dueOn, mentorshipId, version } = item;
  return {
    topic,
    dueOn,
    mentorshipId,
    version,
    today: ctx.today,
    refusal: ruleAgainstDone(item, ctx.today, ctx.today),
  };
});

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: doneSchema,
    labels: planItemLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await markPlanItemDone(ctx, params.id, input);
    return { to: paths.programme(mentorshipId), done: programmeText.itemWasDone };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.itemDoneTitle} — ${uiText.brand}` }];

export default function PlanItemDonePage() {
  const { topic, dueOn, mentorshipId, version, today, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.programme(mentorshipId);
  return (
    <Page
      title={programmeText.itemDoneTitle}
      lede={`${topic}. ${planItemLabels.dueOn}: ${formatDay(dueOn)}.`}
      back={{ href: back, text: programmeText.toProgramme }}
      narrow
    >
      <Card>
        <Form
          refusal={refusal && programmeSentences[refusal]}
          problem={problem}
          version={version}
          submit={programmeText.itemDoneSubmit}
          cancel={back}
        >
          <DateField name="doneOn" label={planItemLabels.doneOn} defaultValue={today} />
          <TextArea
            name="resultNote"
            label={planItemLabels.resultNote}
            hint={programmeText.itemDoneHint}
            maxLength={1000}
          />
        </Form>
      </Card>
    </Page>
  );
}
