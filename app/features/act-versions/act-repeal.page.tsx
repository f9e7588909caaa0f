import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { ruleAgainstEnding } from '../local-acts/act-force.ts';
import { findAct } from '../local-acts/local-act.queries.server.ts';
import { actSentences } from '../local-acts/local-act.text.ts';
import { repealAct } from './act-version.operations.server.ts';
import { repealSchema } from './act-version.schema.ts';
import { versionText as t } from './act-version.text.ts';

const params = z.object({ id: id() });

/** The head ends an act from a day on. */
export const loader = pageLoader({ need: 'act.approve', params }, async ({ ctx, params }) => {
  const act = await findAct(ctx, params.id);
  if (!act.canApprove) throw new NotFound('act');
  const rule = ruleAgainstEnding(act, ctx.today);
  return { id: act.id, heading: act.heading, today: ctx.today, refusal: rule && actSentences[rule] };
});

export const action = formAction(
  { need: 'act.approve', params, schema: repealSchema, labels: t.labels, sentences: actSentences },
  async ({ ctx, params, input }) => {
    await repealAct(ctx, params.id, input);
    return { to: paths.act(params.id), done: t.repealed(input.repealedFrom) };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.repealTitle} — ${uiText.brand}` }];

export default function ActRepealPage() {
  const { id, heading, today, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={t.repealTitle} lede={t.repealLede(heading)} back={{ href: paths.act(id), text: uiText.back }} narrow>
      <Card>
        <Form refusal={refusal} problem={problem} submit={t.repeal} danger cancel={paths.act(id)}>
          <DateField name="repealedFrom" label={t.labels.repealedFrom} defaultValue={today} />
          <TextArea name="reason" label={t.labels.reason} rows={3} maxLength={1000} />
        </Form>
      </Card>
    </Page>
  );
}
