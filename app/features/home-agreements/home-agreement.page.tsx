import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { basisWords } from '../mentorships/mentorship.text.ts';
import { answerHomeAgreement } from './home-agreement.operations.server.ts';
import { findHomeAgreement } from './home-agreement.queries.server.ts';
import { homeAgreementParams, homeAnswerSchema } from './home-agreement.schema.ts';
import { homeAgreementSentences, homeStateNames, homeAgreementText as t } from './home-agreement.text.ts';
import { ruleAgainstHomeAnswer } from './home-agreement.ts';

const need = 'homeAgreement.answer';

/** The home organisation of a mentor reads the terms and answers. */
export const loader = pageLoader({ need, params: homeAgreementParams }, async ({ ctx, params }) => {
  const { found, ...home } = await findHomeAgreement(ctx, params.id);
  const rule = ruleAgainstHomeAnswer(home, null);
  const agreement = home.agreement || (found ? t.agreementOf(found.number, found.signedOn) : '');
  return { ...home, agreement, refusal: rule && homeAgreementSentences[rule] };
});

export const action = formAction(
  {
    need,
    params: homeAgreementParams,
    schema: homeAnswerSchema,
    labels: t.labels,
    sentences: homeAgreementSentences,
  },
  async ({ ctx, params, input }) => {
    await answerHomeAgreement(ctx, params.id, input);
    return { to: paths.homeAgreement(params.id), done: t.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function HomeAgreementPage() {
  const home = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { state, decidedOn, decidedBy } = home;
  return (
    <Page
      title={t.title}
      lede={t.lede(home.mentor, home.unitName)}
      back={{ href: paths.home(), text: uiText.back }}
      narrow
    >
      <Card title={t.terms}>
        <SummaryList
          rows={[
            { key: t.mentor, value: home.mentor },
            { key: t.unit, value: home.unitName },
            { key: t.period, value: t.periodOf(home.startedOn, home.endedOn) },
            { key: t.hours, value: t.hoursOf(home.hoursPerWeek) },
            { key: t.form, value: `${home.form}; ${home.kind}` },
            { key: t.basis, value: basisWords[home.legalBasis].name },
            {
              key: t.state,
              value:
                decidedOn && decidedBy ? t.decided(homeStateNames[state], decidedOn, decidedBy) : homeStateNames[state],
            },
          ]}
        />
      </Card>
      <Card title={t.answer}>
        <p>{t.answerNote}</p>
        <Form problem={problem} refusal={home.refusal} version={home.version} submit={t.submit}>
          <RadioField
            name="answer"
            label={t.labels.answer}
            options={[
              { value: 'agreed', text: t.options.agreed },
              { value: 'refused', text: t.options.refused },
            ]}
          />
          <TextField
            name="agreement"
            label={t.labels.agreement}
            hint={t.agreementHint}
            defaultValue={home.agreement}
            optional
          />
        </Form>
      </Card>
    </Page>
  );
}
