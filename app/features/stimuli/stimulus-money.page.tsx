import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { MoneyField } from '#app/ui/MoneyField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { proposeMoney } from './stimulus.operations.server.ts';
import { listMentorsToRecognise } from './stimulus.queries.server.ts';
import { moneySchema } from './stimulus.schema.ts';
import { stimulusKindNames, stimulusLabels, stimulusSentences, stimulusText } from './stimulus.text.ts';
import { MONEY_KINDS } from './stimulus.ts';

/** A payment to propose for a mentor. */
export const loader = pageLoader({ need: 'stimulus.propose' }, async ({ ctx }) => ({
  mentors: await listMentorsToRecognise(ctx),
  once: newId(),
}));

export const action = formAction(
  { need: 'stimulus.propose', schema: moneySchema, labels: stimulusLabels, sentences: stimulusSentences },
  async ({ ctx, input, onceKey }) => {
    const { id } = await proposeMoney(ctx, input, onceKey);
    return { to: paths.stimulus(id), done: stimulusText.proposed };
  },
);

export const meta: MetaFunction = () => [{ title: `${stimulusText.moneyTitle} — ${uiText.brand}` }];

export default function StimulusMoneyPage() {
  const { mentors, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.stimuli(), text: stimulusText.back };
  return (
    <Page title={stimulusText.moneyTitle} lede={stimulusText.moneyLede} back={back} narrow>
      {mentors.length === 0 ? (
        <Empty>{stimulusText.noMentors}</Empty>
      ) : (
        <Card>
          <Form problem={problem} once={once} submit={stimulusText.proposeMoney} cancel={back.href}>
            <SelectField
              name="memberId"
              label={stimulusLabels.memberId}
              options={mentors.map((row) => ({ value: row.id, text: stimulusText.pair(row.mentor, row.mentees) }))}
              autocomplete
            />
            <RadioField
              name="kind"
              label={stimulusLabels.kind}
              hint={stimulusText.moneyKindHint}
              options={MONEY_KINDS.map((kind) => ({ value: kind, text: stimulusKindNames[kind] }))}
            />
            <TextField name="basis" label={stimulusLabels.basis} hint={stimulusText.basisHint} maxLength={500} />
            <DateField name="startedOn" label={stimulusLabels.startedOn} />
            <DateField name="endedOn" label={stimulusLabels.endedOn} />
            <MoneyField
              name="amountKopecks"
              label={stimulusLabels.amountKopecks}
              hint={stimulusText.amountHint}
              maxLength={20}
            />
          </Form>
        </Card>
      )}
    </Page>
  );
}
