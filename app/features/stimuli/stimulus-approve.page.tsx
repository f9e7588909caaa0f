import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { personOf } from '#app/core/context.server.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { approveStimulus } from './stimulus.operations.server.ts';
import { findStimulus } from './stimulus.queries.server.ts';
import { approveSchema, stimulusParams } from './stimulus.schema.ts';
import { stimulusLabels, stimulusSentences, stimulusText } from './stimulus.text.ts';
import { ruleAgainstApproving } from './stimulus.ts';
import { StimulusView } from './stimulus-view.tsx';

/** The head decides about a proposed record. */
export const loader = pageLoader({ need: 'stimulus.approve', params: stimulusParams }, async ({ ctx, params }) => {
  const { personId, proposedBy, approvedBy, ...record } = await findStimulus(ctx, params.id);
  if (!record.canApprove) throw new NotFound('stimulus');
  const { isMoney, state } = record;
  const standing = { isMoney, state, personId, proposedBy, approvedBy };
  return { record, refusal: ruleAgainstApproving(standing, personOf(ctx)) };
});

export const action = formAction(
  {
    need: 'stimulus.approve',
    params: stimulusParams,
    schema: approveSchema,
    labels: stimulusLabels,
    sentences: stimulusSentences,
  },
  async ({ ctx, params, input }) => {
    await approveStimulus(ctx, params.id, input);
    return { to: paths.stimulus(params.id), done: stimulusText.approved };
  },
);

export const meta: MetaFunction = () => [{ title: `${stimulusText.approveTitle} — ${uiText.brand}` }];

export default function StimulusApprovePage() {
  const { record, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.stimulus(record.id), text: stimulusText.page };
  return (
    <Page title={stimulusText.approveTitle} lede={stimulusText.approveLede} back={back} narrow>
      <Card>
        <StimulusView record={record} />
        <Form
          refusal={refusal && stimulusSentences[refusal]}
          problem={problem}
          version={record.version}
          submit={stimulusText.approve}
          cancel={back.href}
        />
      </Card>
    </Page>
  );
}
