import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findCardToEdit } from './person.queries.server.ts';
import { idParams, personEditSchema } from './person.schema.ts';
import { personSentences, personText } from './person.text.ts';
import { editPerson } from './person-card.operations.server.ts';
import { CardFields } from './person-fields.tsx';
import { fullName } from './person-name.ts';

/** Corrections of a card. */
export const loader = pageLoader({ need: 'person.manage', params: idParams }, async ({ ctx, params }) => ({
  card: await findCardToEdit(ctx, params.id),
}));

export const action = formAction(
  {
    need: 'person.manage',
    params: idParams,
    schema: personEditSchema,
    labels: personText.labels,
    sentences: personSentences,
  },
  async ({ ctx, params, input }) => {
    await editPerson(ctx, params.id, input);
    return { to: paths.person(params.id), done: personText.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${personText.editTitle} — ${uiText.brand}` }];

export default function PersonEditPage() {
  const { card } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.person(card.id);
  return (
    <Page title={personText.editTitle} lede={personText.editLede} back={{ href: back, text: fullName(card) }} narrow>
      <Form problem={problem} version={card.version} cancel={back} keep>
        <CardFields card={card} />
      </Form>
    </Page>
  );
}
