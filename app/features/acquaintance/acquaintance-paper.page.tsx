import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxList } from '#app/ui/CheckboxList.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { recordPaperAcquaintance } from './acquaintance.operations.server.ts';
import { findKeptAct, listWaiting } from './acquaintance.queries.server.ts';
import { paperSchema } from './acquaintance.schema.ts';
import { acquaintanceSentences, acquaintanceText as t } from './acquaintance.text.ts';

const params = z.object({ id: id() });

/** Who signed the paper list, and when. */
export const loader = pageLoader({ need: 'acquaintance.record', params }, async ({ ctx, params }) => {
  const act = await findKeptAct(ctx, params.id);
  return { id: act.id, heading: act.heading, today: ctx.today, people: await listWaiting(ctx, act.id) };
});

export const action = formAction(
  { need: 'acquaintance.record', params, schema: paperSchema, labels: t.labels, sentences: acquaintanceSentences },
  async ({ ctx, params, input }) => {
    const { personIds = [], acquaintedOn } = input;
    const { recorded } = await recordPaperAcquaintance(ctx, params.id, { personIds, acquaintedOn });
    return { to: paths.actAcquaintance(params.id), done: t.recorded(recorded) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.paperTitle} — ${uiText.brand}` }];

export default function AcquaintancePaperPage() {
  const { id, heading, today, people } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.paperTitle}
      lede={`${heading}. ${t.paperLede}`}
      back={{ href: paths.actAcquaintance(id), text: t.listTitle }}
      narrow
    >
      <Card>
        {people.length === 0 && !problem ? (
          <Empty>{t.nobodyWaits}</Empty>
        ) : (
          <Form problem={problem} cancel={paths.actAcquaintance(id)}>
            <CheckboxList name="personIds" label={t.labels.personIds} options={people} />
            <DateField name="acquaintedOn" label={t.labels.acquaintedOn} defaultValue={today} />
          </Form>
        )}
      </Card>
    </Page>
  );
}
