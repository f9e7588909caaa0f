import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { MoneyField } from '#app/ui/MoneyField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { payKindNames, payPeriodNames } from '../mentorships/mentor-work.text.ts';
import { PAY_KINDS, PAY_PERIODS, typedPercent } from '../mentorships/mentor-work.ts';
import { setPay } from './terms.operations.server.ts';
import { findTermsToSet } from './terms.queries.server.ts';
import { paySchema, stepParams } from './terms.schema.ts';
import { termsText as t, termsSentences } from './terms.text.ts';
import { TermsSteps } from './terms-steps.tsx';

const need = 'mentorship.setTerms';

/** Third step: how the work is paid and by which act. */
export const loader = pageLoader({ need, params: stepParams }, async ({ ctx, params }) =>
  findTermsToSet(ctx, params.id, params.personId),
);

export const action = formAction(
  { need, params: stepParams, schema: paySchema, labels: t.labels, sentences: termsSentences },
  async ({ ctx, params, input }) => {
    await setPay(ctx, { mentorshipId: params.id, personId: params.personId }, input);
    return { to: paths.termsProgramme(params.id, params.personId), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.payTitle} — ${uiText.brand}` }];

export default function TermsPayPage() {
  const terms = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { mentorshipId, personId, pay } = terms;
  const percent = pay?.payPercentHundredths;
  return (
    <Page
      title={t.payTitle}
      lede={`${t.pair(terms.mentor, terms.mentees)}. ${t.payLede}`}
      back={{ href: paths.termsWork(mentorshipId, personId), text: t.previous }}
      narrow
    >
      <TermsSteps {...terms} current={2} />
      <Card>
        <Form
          refusal={terms.refusal && termsSentences[terms.refusal]}
          problem={problem}
          version={terms.version}
          submit={t.onwards}
          cancel={paths.mentorship(mentorshipId)}
        >
          <RadioField
            name="payKind"
            label={t.labels.payKind}
            defaultValue={pay?.payKind ?? 'percent'}
            options={PAY_KINDS.map((value) => ({
              value,
              text: payKindNames[value],
              hint: value === 'none' ? t.noPayHint : undefined,
            }))}
          />
          <TextField
            name="payPercentHundredths"
            label={t.labels.payPercentHundredths}
            hint={t.percentHint}
            width="5"
            inputMode="decimal"
            maxLength={10}
            defaultValue={percent ? typedPercent(percent) : ''}
            optional
          />
          <MoneyField
            name="payKopecks"
            label={t.labels.payKopecks}
            hint={t.kopecksHint}
            maxLength={20}
            defaultValue={pay?.payKopecks ?? null}
            optional
          />
          <SelectField
            name="payPeriod"
            label={t.labels.payPeriod}
            defaultValue={pay?.payPeriod ?? 'monthly'}
            options={PAY_PERIODS.map((value) => ({ value, text: payPeriodNames[value] }))}
          />
          <TextField
            name="payGround"
            label={t.labels.payGround}
            hint={t.groundHint}
            maxLength={500}
            defaultValue={pay?.payGround}
          />
        </Form>
      </Card>
    </Page>
  );
}
