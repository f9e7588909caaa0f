import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { personOf } from '#app/core/context.server.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { payStimulus } from './stimulus.operations.server.ts';
import { findStimulus } from './stimulus.queries.server.ts';
import { paySchema, stimulusParams } from './stimulus.schema.ts';
import { stimulusLabels, stimulusSentences, stimulusText } from './stimulus.text.ts';
import { ruleAgainstPaying } from './stimulus.ts';
import { StimulusView } from './stimulus-view.tsx';

/** The HR officer marks approved money as paid. */
export const loader = pageLoader({ need: 'stimulus.pay', params: stimulusParams }, async ({ ctx, params }) => {
  const { personId, proposedBy, approvedBy, ...record } = await findStimulus(ctx, params.id);
  if (!record.canPay) throw new NotFound('stimulus');
  const { isMoney, state } = record;
  const standing = { isMoney, state, personId, proposedBy, approvedBy };
  return { record, today: ctx.today, refusal: ruleAgainstPaying(standing, personOf(ctx), ctx.today, ctx.today) };
});

export const action = formAction(
  {
    need: 'stimulus.pay',
    params: stimulusParams,
    schema: paySchema,
    labels: stimulusLabels,
    sentences: stimulusSentences,
  },
  async ({ ctx, params, input }) => {
    await payStimulus(ctx, params.id, input);
    return { to: paths.stimulus(params.id), done: stimulusText.paid };
  },
);

export const meta: MetaFunction = () => [{ title: `${stimulusText.payTitle} — ${uiText.brand}` }];

export default function StimulusPayPage() {
  const { record, today, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.stimulus(record.id), text: stimulusText.page };
  return (
    <Page title={stimulusText.payTitle} lede={stimulusText.payLede} back={back} narrow>
      <Card>
        <StimulusView record={record} />
        <Form
          refusal={refusal && stimulusSentences[refusal]}
          problem={problem}
          version={record.version}
          submit={stimulusText.pay}
          cancel={back.href}
        >
          <DateField name="paidOn" label={stimulusLabels.paidOn} defaultValue={today} />
        </Form>
      </Card>
    </Page>
  );
}
