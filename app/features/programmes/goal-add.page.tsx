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
import { GoalFields } from './goal-fields.tsx';
import { findProgramme } from './programme.queries.server.ts';
import { goalSchema, programmeParams } from './programme.schema.ts';
import { goalLabels, programmeSentences, programmeText } from './programme.text.ts';
import { addGoal } from './programme-goal.operations.server.ts';

/** A new measurable goal of a draft. */
export const loader = pageLoader({ need: 'programme.edit', params: programmeParams }, async ({ ctx, params }) => {
  const programme = await findProgramme(ctx, params.id);
  if (!programme.canEdit) throw new NotFound('programme');
  return { mentorshipId: params.id, refusal: programme.refusalToChange, once: newId() };
});

export const action = formAction(
  {
    need: 'programme.edit',
    params: programmeParams,
    schema: goalSchema,
    labels: goalLabels,
    sentences: programmeSentences,
  },
  async ({ ctx, params, input, onceKey }) => {
    await addGoal(ctx, params.id, input, onceKey);
    return { to: paths.programme(params.id), done: programmeText.goalAdded };
  },
);

export const meta: MetaFunction = () => [{ title: `${programmeText.goalAdd} — ${uiText.brand}` }];

export default function GoalAddPage() {
  const { mentorshipId, refusal, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.programme(mentorshipId);
  return (
    <Page title={programmeText.goalAdd} back={{ href: back, text: programmeText.toProgramme }} narrow>
      <Card>
        <Form
          refusal={refusal && programmeSentences[refusal]}
          problem={problem}
          once={once}
          submit={programmeText.goalAdd}
          cancel={back}
        >
          <GoalFields />
        </Form>
      </Card>
    </Page>
  );
}
