import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { editPlanItem } from './plan-item.operations.server.ts';
import { PlanItemFields } from './plan-item-fields.tsx';
import { planItemEditSchema, programmeParams } from './programme.schema.ts';
import { planItemLabels, programmeSentences, programmeText } from './programme.text.ts';
import { findPlanItem } from './programme-parts.queries.server.ts';

/** Changing an item of the plan of a draft. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, async ({ ctx, params }) => {
  const { mentorshipId, version, refusal, kind, topic, dueOn, product, startedOn, endedOn } = await findPlanItem(
    ctx,
    params.id,
  );
  return { mentorshipId, version, refusal, item: { kind, topic, dueOn, product }, period: { startedOn, endedOn } };
});

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: planItemEditSchema,
    labels: planItemLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await findPlanItem(ctx, params.id);
    await editPlanItem(ctx, params.id, input);
    return { to: paths.programme(mentorshipId), done: programmeText.itemSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.itemEditTitle} — ${uiText.brand}` }];

export default function PlanItemEditPage() {
  const { mentorshipId, version, refusal, item, period } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.programme(mentorshipId);
  return (
    <Page title={programmeText.itemEditTitle} back={{ href: back, text: programmeText.toProgramme }} narrow>
      <Card>
        <Form refusal={refusal && programmeSentences[refusal]} problem={problem} version={version} cancel={back}>
          <PlanItemFields period={period} item={item} />
        </Form>
      </Card>
    </Page>
  );
}
