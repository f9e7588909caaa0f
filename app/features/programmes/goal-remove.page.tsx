import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { programmeParams, versionSchema } from './programme.schema.ts';
import { goalLabels, programmeSentences, programmeText } from './programme.text.ts';
import { removeGoal } from './programme-goal.operations.server.ts';
import { findGoal } from './programme-parts.queries.server.ts';

/** Taking a goal out of a draft. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, async ({ ctx, params }) => {
  const { id, aim, version, mentorshipId, refusal } = await findGoal(ctx, params.id);
  return { id, aim, version, mentorshipId, refusal };
});

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: versionSchema,
    labels: goalLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await findGoal(ctx, params.id);
    await removeGoal(ctx, params.id, input);
    return { to: paths.programme(mentorshipId), done: programmeText.goalRemoved };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.goalRemoveTitle} — ${uiText.brand}` }];

export default function GoalRemovePage() {
  const { aim, version, mentorshipId, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.programme(mentorshipId);
  return (
    <Page
      title={programmeText.goalRemoveTitle}
      lede={aim}
      back={{ href: back, text: programmeText.toProgramme }}
      narrow
    >
      <Card>
        <Form
          refusal={refusal && programmeSentences[refusal]}
          problem={problem}
          version={version}
          submit={programmeText.goalRemove}
          cancel={back}
          danger
        />
      </Card>
    </Page>
  );
}
