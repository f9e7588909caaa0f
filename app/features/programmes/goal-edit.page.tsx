import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { GoalFields } from './goal-fields.tsx';
import { goalEditSchema, programmeParams } from './programme.schema.ts';
import { goalLabels, programmeSentences, programmeText } from './programme.text.ts';
import { editGoal } from './programme-goal.operations.server.ts';
import { findGoal } from './programme-parts.queries.server.ts';

/** Changing a goal of a draft. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, ({ ctx, params }) =>
  findGoal(ctx, params.id),
);

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: goalEditSchema,
    labels: goalLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await findGoal(ctx, params.id);
    await editGoal(ctx, params.id, input);
    return { to: paths.programme(mentorshipId), done: programmeText.goalSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.goalEditTitle} — ${uiText.brand}` }];

export default function GoalEditPage() {
  const { mentorshipId, version, refusal, ...goal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.programme(mentorshipId);
  return (
    <Page title={programmeText.goalEditTitle} back={{ href: back, text: programmeText.toProgramme }} narrow>
      <Card>
        <Form refusal={refusal && programmeSentences[refusal]} problem={problem} version={version} cancel={back}>
          <GoalFields goal={goal} />
        </Form>
      </Card>
    </Page>
  );
}
