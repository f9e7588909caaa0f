import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findCardToEdit, listPosts, listUnitsFor } from './person.queries.server.ts';
import { employmentAddSchema, idParams } from './person.schema.ts';
import { personSentences, personText } from './person.text.ts';
import { addEmployment } from './person-card.operations.server.ts';
import { WorkFields } from './person-fields.tsx';
import { fullName } from './person-name.ts';

/** A further post of a person. */
export const loader = pageLoader({ need: 'person.manage', params: idParams }, async ({ ctx, params }) => {
  const card = await findCardToEdit(ctx, params.id);
  return {
    person: { id: card.id, name: fullName(card) },
    units: await listUnitsFor(ctx, 'person.manage'),
    posts: await listPosts(ctx),
  };
});

export const action = formAction(
  {
    need: 'person.manage',
    params: idParams,
    schema: employmentAddSchema,
    labels: personText.labels,
    sentences: personSentences,
  },
  async ({ ctx, params, input }) => {
    await addEmployment(ctx, params.id, input);
    return { to: paths.person(params.id), done: personText.employmentAdded };
  },
);

export const meta: MetaFunction = () => [{ title: `${personText.addEmployment} — ${uiText.brand}` }];

export default function EmploymentAddPage() {
  const { person, units, posts } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.person(person.id);
  return (
    <Page title={personText.addEmploymentTitle(person.name)} back={{ href: back, text: personText.card }} narrow>
      <Form problem={problem} submit={personText.addEmploymentSubmit} cancel={back}>
        <WorkFields units={units} posts={posts} />
      </Form>
    </Page>
  );
}
