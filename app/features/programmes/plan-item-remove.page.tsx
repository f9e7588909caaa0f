import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { removePlanItem } from './plan-item.operations.server.ts';
import { programmeParams, versionSchema } from './programme.schema.ts';
import { planItemLabels, programmeSentences, programmeText } from './programme.text.ts';
import { findPlanItem } from './programme-parts.queries.server.ts';

/** Taking an item out of the plan of a draft. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, async ({ ctx, params }) => {
  const { topic, version, mentorshipId, refusal } = await findPlanItem(ctx, params.id);
  return { topic, version, mentorshipId, refusal };
});

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: versionSchema,
    labels: planItemLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await findPlanItem(ctx, params.id);
    await removePlanItem(ctx, params.id, input);
    return { to: paths.programme(mentorshipId), done: programmeText.itemRemoved };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.itemRemoveTitle} — ${uiText.brand}` }];

export default function PlanItemRemovePage() {
  const { topic, version, mentorshipId, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.programme(mentorshipId), text: programmeText.toProgramme };
  return (
    <Page title={programmeText.itemRemoveTitle} lede={topic} back={back} narrow>
      <Card>
        <Form
          refusal={refusal && programmeSentences[refusal]}
          problem={problem}
          version={version}
          submit={programmeText.itemRemove}
          cancel={back.href}
          danger
        />
      </Card>
    </Page>
  );
}
