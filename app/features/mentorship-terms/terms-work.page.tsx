import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { volumePeriodNames, workFormNames } from '../mentorships/mentor-work.text.ts';
import { VOLUME_PERIODS, WORK_FORMS } from '../mentorships/mentor-work.ts';
import { setWork } from './terms.operations.server.ts';
import { findTermsToSet } from './terms.queries.server.ts';
import { stepParams, workSchema } from './terms.schema.ts';
import { termsText as t, termsSentences } from './terms.text.ts';
import { TermsSteps } from './terms-steps.tsx';

const need = 'mentorship.setTerms';

/** Second step: term, form, volume and the labour contract the supplement goes to. */
export const loader = pageLoader({ need, params: stepParams }, async ({ ctx, params }) => {
  const terms = await findTermsToSet(ctx, params.id, params.personId);
  // What is signed from today on cannot begin earlier.
  return { ...terms, firstDay: terms.startedOn < ctx.today ? ctx.today : terms.startedOn };
});

export const action = formAction(
  { need, params: stepParams, schema: workSchema, labels: t.labels, sentences: termsSentences },
  async ({ ctx, params, input }) => {
    await setWork(ctx, { mentorshipId: params.id, personId: params.personId }, input);
    return { to: paths.termsPay(params.id, params.personId), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.workTitle} — ${uiText.brand}` }];

export default function TermsWorkPage() {
  const terms = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { mentorshipId, personId, work, known } = terms;
  return (
    <Page
      title={t.workTitle}
      lede={`${t.pair(terms.mentor, terms.mentees)}. ${t.workLede(terms.startedOn, terms.endedOn)}`}
      back={{ href: paths.termsContent(mentorshipId, personId), text: t.previous }}
      narrow
    >
      <TermsSteps {...terms} current={1} />
      <Card>
        <Form
          refusal={terms.refusal && termsSentences[terms.refusal]}
          problem={problem}
          version={terms.version}
          submit={t.onwards}
          cancel={paths.mentorship(mentorshipId)}
        >
          <DateField name="startedOn" label={t.labels.startedOn} defaultValue={work?.startedOn ?? terms.firstDay} />
          <DateField name="endedOn" label={t.labels.endedOn} defaultValue={work?.endedOn ?? terms.endedOn} />
          <RadioField
            name="workForm"
            label={t.labels.workForm}
            defaultValue={work?.workForm ?? 'in_person'}
            options={WORK_FORMS.map((value) => ({ value, text: workFormNames[value] }))}
          />
          <NumberField name="volumeHours" label={t.labels.volumeHours} maxLength={3} defaultValue={work?.volumeHours} />
          <RadioField
            name="volumePer"
            label={t.labels.volumePer}
            defaultValue={work?.volumePer ?? 'month'}
            inline
            options={VOLUME_PERIODS.map((value) => ({ value, text: volumePeriodNames[value] }))}
          />
          <TextField
            name="contractNumber"
            label={t.labels.contractNumber}
            hint={t.contractHint}
            width="10"
            maxLength={50}
            defaultValue={known.contractNumber}
          />
          <DateField name="contractOn" label={t.labels.contractOn} defaultValue={known.contractOn ?? undefined} />
        </Form>
      </Card>
    </Page>
  );
}
