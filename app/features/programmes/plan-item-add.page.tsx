import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addPlanItem } from './plan-item.operations.server.ts';
import { PlanItemFields } from './plan-item-fields.tsx';
import { findProgramme } from './programme.queries.server.ts';
import { planItemSchema, programmeParams } from './programme.schema.ts';
import { planItemLabels, programmeSentences, programmeText } from './programme.text.ts';

/** A new item of the plan of a draft. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, async ({ ctx, params }) => {
  const { canEdit, refusalToChange, startedOn, endedOn } = await findProgramme(ctx, params.id);
  if (!canEdit) throw new NotFound('programme');
  return { mentorshipId: params.id, refusal: refusalToChange, period: { startedOn, endedOn }, once: newId() };
});

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: planItemSchema,
    labels: planItemLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input, onceKey }) => {
    await addPlanItem(ctx, params.id, input, onceKey);
    return { to: paths.programme(params.id), done: programmeText.itemAdded };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.itemAdd} — ${uiText.brand}` }];

export default function PlanItemAddPage() {
  const { mentorshipId, refusal, period, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.programme(mentorshipId);
  return (
    <Page title={programmeText.itemAdd} back={{ href: back, text: programmeText.toProgramme }} narrow>
      <Card>
        <Form
          refusal={refusal && programmeSentences[refusal]}
          problem={problem}
          once={once}
          submit={programmeText.itemAdd}
          cancel={back}
        >
          <PlanItemFields period={period} />
        </Form>
      </Card>
    </Page>
  );
}
