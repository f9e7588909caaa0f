import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addDays, formatDay } from '#app/core/dates.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { ErrorSummary, Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findTermsToSet } from '../mentorship-terms/terms.queries.server.ts';
import { stepParams } from '../mentorship-terms/terms.schema.ts';
import { termsText } from '../mentorship-terms/terms.text.ts';
import { stepsOf, TermsSteps } from '../mentorship-terms/terms-steps.tsx';
import { findOptionalProgramme } from '../programmes/programme.queries.server.ts';
import {
  goalLabels,
  planItemKindNames,
  planItemLabels,
  programmeLabels,
  programmeSentences,
  programmeText,
} from '../programmes/programme.text.ts';
import { PLAN_ITEM_KINDS } from '../programmes/programme.ts';
import { beginProgramme } from './begin-programme.operations.server.ts';
import { headerSchema } from './papers.schema.ts';
import { papersText as t } from './papers.text.ts';

const need = 'mentorship.setTerms';
const FIRST_ITEM_DAYS = 14;

/** Fourth step: the header of the programme from what is typed already, with its first goal and item. */
export const loader = pageLoader({ need, params: stepParams }, async ({ ctx, params }) => {
  const terms = await findTermsToSet(ctx, params.id, params.personId);
  const programme = await findOptionalProgramme(ctx, params.id);
  const { startedOn, endedOn } = terms;
  const soon = addDays(startedOn < ctx.today ? ctx.today : startedOn, FIRST_ITEM_DAYS);
  return {
    ...{ mentorshipId: params.id, personId: params.personId, legalBasis: terms.legalBasis },
    ...{ mentor: terms.mentor, mentees: terms.mentees, focus: terms.focus, startedOn, endedOn },
    dueOn: soon < endedOn ? soon : endedOn,
    refusal: terms.refusal === 'mentorship-over' ? programmeSentences['mentorship-not-ready'] : null,
    hasProgramme: programme !== null,
    once: newId(),
  };
});

export const action = formAction(
  { need, params: stepParams, schema: headerSchema, labels: t.headerLabels, sentences: programmeSentences },
  async ({ ctx, params, input, onceKey }) => {
    const { startedOn, endedOn } = await findTermsToSet(ctx, params.id, params.personId);
    const { problem, aim, goalAim, indicator, startValue, targetValue, ...item } = input;
    const goal = { aim: goalAim, indicator, startValue, targetValue };
    await beginProgramme(ctx, params.id, { problem, aim, startedOn, endedOn, goal, item }, onceKey);
    return { to: paths.termsCheck(params.id, params.personId), done: t.headerSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.headerTitle} — ${uiText.brand}` }];

export default function TermsProgrammePage() {
  const data = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { mentorshipId, personId, legalBasis } = data;
  const steps = stepsOf(mentorshipId, personId, legalBasis);
  const current = steps.length - 2;
  const previous = steps[current - 1]?.href ?? paths.mentorship(mentorshipId);
  return (
    <Page
      title={t.headerTitle}
      lede={`${termsText.pair(data.mentor, data.mentees)}. ${t.headerLede}`}
      back={{ href: previous, text: termsText.previous }}
      narrow
    >
      <TermsSteps {...data} current={current} />
      {data.hasProgramme ? (
        <>
          {problem ? <ErrorSummary summary={problem.summary} /> : null}
          <Card>
            <Empty
              action={
                <>
                  <ButtonLink href={paths.termsCheck(mentorshipId, personId)} text={t.onwards} primary />
                  <ButtonLink href={paths.programme(mentorshipId)} text={t.openProgramme} />
                </>
              }
            >
              {t.hasProgramme}
            </Empty>
          </Card>
        </>
      ) : (
        <Card>
          <Form
            refusal={data.refusal}
            problem={problem}
            once={data.once}
            submit={termsText.onwards}
            cancel={paths.mentorship(mentorshipId)}
            keep
          >
            <Header focus={data.focus} />
            <FirstItem dueOn={data.dueOn} startedOn={data.startedOn} endedOn={data.endedOn} />
          </Form>
        </Card>
      )}
    </Page>
  );
}

function Header({ focus }: { focus: string }) {
  return (
    <>
      <TextArea name="problem" label={programmeLabels.problem} defaultValue={focus} maxLength={2000} rows={3} />
      <TextArea name="aim" label={programmeLabels.aim} maxLength={1000} rows={2} />
      <h2 className="govuk-heading-s">{t.firstGoal}</h2>
      <TextField name="goalAim" label={goalLabels.aim} maxLength={300} />
      <TextField name="indicator" label={goalLabels.indicator} hint={programmeText.goalHint} maxLength={200} />
      <TextField name="startValue" label={goalLabels.startValue} width="20" maxLength={100} />
      <TextField name="targetValue" label={goalLabels.targetValue} width="20" maxLength={100} />
    </>
  );
}

function FirstItem({ dueOn, startedOn, endedOn }: { dueOn: string; startedOn: string; endedOn: string }) {
  return (
    <>
      <h2 className="govuk-heading-s">{t.firstItem}</h2>
      <SelectField
        name="kind"
        label={planItemLabels.kind}
        defaultValue="meeting"
        options={PLAN_ITEM_KINDS.map((kind) => ({ value: kind, text: planItemKindNames[kind] }))}
      />
      <TextField name="topic" label={planItemLabels.topic} defaultValue={t.firstTopic} maxLength={300} />
      <DateField
        name="dueOn"
        label={planItemLabels.dueOn}
        hint={programmeText.itemDue(formatDay(startedOn), formatDay(endedOn))}
        defaultValue={dueOn}
      />
      <TextArea name="product" label={planItemLabels.product} rows={2} maxLength={500} optional />
    </>
  );
}
