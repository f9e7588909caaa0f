import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { nameReaders } from './acquaintance.operations.server.ts';
import { findKeptAct, listNameable } from './acquaintance.queries.server.ts';
import { addSchema } from './acquaintance.schema.ts';
import { acquaintanceSentences, acquaintanceText as t } from './acquaintance.text.ts';

const params = z.object({ id: id() });

/** Whom to add to the acquaintance list. */
export const loader = pageLoader({ need: 'acquaintance.record', params }, async ({ ctx, params }) => {
  const act = await findKeptAct(ctx, params.id);
  return { id: act.id, heading: act.heading, people: await listNameable(ctx, act) };
});

export const action = formAction(
  { need: 'acquaintance.record', params, schema: addSchema, labels: t.labels, sentences: acquaintanceSentences },
  async ({ ctx, params, input }) => {
    const { added } = await nameReaders(ctx, params.id, input.personIds ?? []);
    return { to: paths.actAcquaintance(params.id), done: t.added(added) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.addTitle} — ${uiText.brand}` }];

export default function AcquaintanceAddPage() {
  const { id, heading, people } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.addTitle}
      lede={`${heading}. ${t.addLede}`}
      back={{ href: paths.actAcquaintance(id), text: t.listTitle }}
      narrow
    >
      <Card>
        {people.length === 0 && !problem ? (
          <Empty>{t.nobodyLeft}</Empty>
        ) : (
          <Form problem={problem} cancel={paths.actAcquaintance(id)}>
            <CheckboxList name="personIds" label={t.labels.personIds} options={people} />
          </Form>
        )}
      </Card>
    </Page>
  );
}
