import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { personOf } from '#app/core/context.server.ts';
import { pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findStimulus } from './stimulus.queries.server.ts';
import { stimulusParams } from './stimulus.schema.ts';
import { stimulusSentences, stimulusText } from './stimulus.text.ts';
import { ruleAgainstApproving, ruleAgainstPaying, stimulusState } from './stimulus.ts';
import { StimulusStateTag } from './stimulus-state-tag.tsx';
import { StimulusView } from './stimulus-view.tsx';

/** One record and the next step of whoever looks. */
export const loader = pageLoader({ need: 'stimulus.read', params: stimulusParams }, async ({ ctx, params }) => {
  const { version: _, personId, proposedBy, approvedBy, ...record } = await findStimulus(ctx, params.id);
  const standing = { isMoney: record.isMoney, state: record.state, personId, proposedBy, approvedBy };
  const me = personOf(ctx);
  return {
    ...record,
    state: stimulusState(record.state),
    toApprove:
      record.canApprove && record.state === 'proposed' ? { refusal: ruleAgainstApproving(standing, me) } : null,
    toPay:
      record.canPay && record.isMoney && record.state === 'approved'
        ? { refusal: ruleAgainstPaying(standing, me, ctx.today, ctx.today) }
        : null,
  };
});

export const meta: MetaFunction = () => [{ title: `${stimulusText.page} — ${uiText.brand}` }];

export default function StimulusPage() {
  const record = useLoaderData<typeof loader>();
  const { toApprove, toPay } = record;
  return (
    <Page
      title={stimulusText.page}
      lede={<StimulusStateTag state={record.state} isMoney={record.isMoney} />}
      back={{ href: paths.stimuli(), text: stimulusText.back }}
      actions={
        <>
          {toApprove ? (
            <NextStep {...toApprove} href={paths.stimulusApprove(record.id)} text={stimulusText.approveOpen} />
          ) : null}
          {toPay ? <NextStep {...toPay} href={paths.stimulusPay(record.id)} text={stimulusText.pay} /> : null}
        </>
      }
    >
      <Card>
        <StimulusView record={record} />
      </Card>
    </Page>
  );
}

function NextStep(props: { refusal: ReturnType<typeof ruleAgainstApproving>; href: string; text: string }) {
  return props.refusal ? (
    <DisabledAct text={props.text} reason={stimulusSentences[props.refusal]} />
  ) : (
    <ButtonLink href={props.href} text={props.text} primary />
  );
}
