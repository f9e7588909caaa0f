import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addPerson } from './person.operations.server.ts';
import { listPosts, listUnitsFor } from './person.queries.server.ts';
import { personAddSchema } from './person.schema.ts';
import { personSentences, personText } from './person.text.ts';
import { CardFields, WorkFields } from './person-fields.tsx';

/** A new person with the first employment. */
export const loader = pageLoader({ need: 'person.manage' }, async ({ ctx }) => ({
  units: await listUnitsFor(ctx, 'person.manage'),
  posts: await listPosts(ctx),
  once: newId(),
}));

export const action = formAction(
  { need: 'person.manage', schema: personAddSchema, labels: personText.labels, sentences: personSentences },
  async ({ ctx, input, onceKey }) => {
    const { postCode, subject, startedOn, ...person } = input;
    const { id } = await addPerson(ctx, { ...person, employment: { postCode, subject, startedOn } }, onceKey);
    return { to: paths.person(id), done: personText.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${personText.addTitle} — ${uiText.brand}` }];

export default function PersonAddPage() {
  const { units, posts, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={personText.addTitle}
      lede={personText.addLede}
      back={{ href: paths.people(), text: personText.backToPeople }}
      narrow
    >
      {units.length === 0 ? (
        <Empty>{personText.nowhereToAdd}</Empty>
      ) : (
        <Form problem={problem} once={once} submit={personText.addSubmit} cancel={paths.people()} keep>
          <CardFields />
          <WorkFields units={units} posts={posts} />
        </Form>
      )}
    </Page>
  );
}
