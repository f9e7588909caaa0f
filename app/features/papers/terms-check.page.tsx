import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { StateList } from '#app/ui/StateList.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { drawSupplement } from '../contract-supplements/supplement.operations.server.ts';
import { supplementSentences } from '../contract-supplements/supplement.text.ts';
import { findTerms, findTermsToSet } from '../mentorship-terms/terms.queries.server.ts';
import { stepParams } from '../mentorship-terms/terms.schema.ts';
import { termsSentences, termsText } from '../mentorship-terms/terms.text.ts';
import { termsRows } from '../mentorship-terms/terms-rows.tsx';
import { stepsOf, TermsSteps } from '../mentorship-terms/terms-steps.tsx';
import { findPaperFacts } from '../mentorships/mentorship-papers.queries.server.ts';
import { missingWords, paperNames, paperSentences } from '../mentorships/mentorship-papers.text.ts';
import { PAPERS, papersOf, ruleOfTerms } from '../mentorships/mentorship-papers.ts';
import { checkSchema } from './papers.schema.ts';
import { papersText as t } from './papers.text.ts';

const need = 'mentorship.setTerms';

/** Last step: what was gathered, what will be produced from it, and one button. */
export const loader = pageLoader({ need, params: stepParams }, async ({ ctx, params }) => {
  const terms = await findTermsToSet(ctx, params.id, params.personId);
  const own = (await findTerms(ctx, params.id)).find(({ personId }) => personId === params.personId);
  const [facts] = await findPaperFacts(ctx, [params.id]);
  if (!facts || !own) throw new NotFound('mentorship');
  const states = papersOf(facts);
  const { focus: _focus, known: _known, ...shown } = terms;
  const written = facts.terms.find(({ personId }) => personId === params.personId);
  return {
    terms: shown,
    lacking: ruleOfTerms(terms.legalBasis, written),
    supplementId: own.isSupplementCurrent ? own.supplementId : null,
    papers: PAPERS.map((paper) => ({ paper, state: states[paper] })),
  };
});

export const action = formAction(
  {
    need,
    params: stepParams,
    schema: checkSchema,
    labels: termsText.labels,
    sentences: { ...termsSentences, ...paperSentences, ...supplementSentences },
  },
  async ({ ctx, params, input }) => {
    const { id } = await drawSupplement(ctx, { mentorshipId: params.id, personId: params.personId }, input);
    return { to: paths.supplement(id), done: t.drawn };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.checkTitle} — ${uiText.brand}` }];

export default function TermsCheckPage() {
  const { terms, lacking, supplementId, papers } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { mentorshipId, personId, legalBasis } = terms;
  const steps = stepsOf(mentorshipId, personId, legalBasis);
  const needsSupplement = legalBasis === 'labor_351_8' && supplementId === null;
  const refusal = terms.refusal ? termsSentences[terms.refusal] : lacking && paperSentences[lacking];
  return (
    <Page
      title={t.checkTitle}
      lede={needsSupplement ? t.checkLede : t.checkedLede}
      back={{ href: paths.termsProgramme(mentorshipId, personId), text: termsText.previous }}
      narrow
    >
      <TermsSteps {...terms} current={steps.length - 1} />
      <Card title={termsText.title}>
        <SummaryList rows={termsRows(terms)} />
      </Card>
      <Card title={t.papers}>
        <StateList
          items={papers.map(({ paper, state }) => ({
            state: state.kind === 'there' ? t.there : state.kind === 'unneeded' ? t.unneeded : missingWords[state.rule],
            tone:
              state.kind === 'there'
                ? ('ok' as const)
                : state.kind === 'unneeded'
                  ? ('grey' as const)
                  : ('warn' as const),
            text: `${paperNames[paper]}: ${t.made[paper]}`,
          }))}
        />
      </Card>
      <Card>
        {needsSupplement || problem ? (
          <Form
            refusal={refusal}
            problem={problem}
            version={terms.version}
            submit={t.draw}
            cancel={paths.mentorship(mentorshipId)}
          />
        ) : (
          <div className="buttons">
            {supplementId ? <ButtonLink href={paths.supplement(supplementId)} text={t.openSupplement} primary /> : null}
            <ButtonLink href={paths.mentorship(mentorshipId)} text={termsText.toMentorship} primary={!supplementId} />
          </div>
        )}
      </Card>
    </Page>
  );
}
