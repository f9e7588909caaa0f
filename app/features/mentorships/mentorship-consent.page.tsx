import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findProposal } from './consent.queries.server.ts';
import { payLine, volumeLine, workFormNames } from './mentor-work.text.ts';
import { answerConsent } from './mentorship.operations.server.ts';
import { consentSchema } from './mentorship.schema.ts';
import { basisWords } from './mentorship.text.ts';
import {
  allSentences,
  answeredSentences,
  earlyEndNote,
  payNotes,
  mentorshipText as t,
} from './mentorship-pages.text.ts';
import { findOptionalOwnWork } from './own-work.queries.server.ts';

const params = z.object({ id: id() });

/** A proposal to whom it concerns: exactly what is agreed to, and two equal answers (BR-04, BR-06). */
export const loader = pageLoader({ need: 'mentorship.consent', params }, async ({ ctx, params }) => {
  const proposal = await findProposal(ctx, params.id);
  const work = proposal.side === 'mentor' ? await findOptionalOwnWork(ctx, params.id) : null;
  // Agreeing to work whose terms are not told yet is refused; declining is always possible.
  const waitsForTerms = proposal.side === 'mentor' && proposal.legalBasis === 'labor_351_8' && work?.isWhole !== true;
  return { proposal, work, waitsForTerms };
});

export const action = formAction(
  { need: 'mentorship.consent', params, schema: consentSchema, labels: t.labels, sentences: allSentences },
  async ({ ctx, params, input }) => {
    await answerConsent(ctx, params.id, input);
    // Whoever does not join a group is no member of it any more, and the proposal's page is not his.
    return input.answer === 'given'
      ? { to: paths.mentorshipConsent(params.id), done: t.saidGiven }
      : { to: paths.home(), done: t.saidDeclined };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.consentTitle} — ${uiText.brand}` }];

export default function MentorshipConsentPage() {
  const { proposal, work, waitsForTerms } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const isAsked = proposal.stage === 'proposed' && proposal.answer === null;
  return (
    <Page
      title={t.consentTitle}
      lede={isAsked ? askedLede(proposal) : t.consentLedePast(proposal.side, proposal.other)}
      back={{ href: paths.home(), text: uiText.back }}
      narrow
    >
      {isAsked ? null : <Answered proposal={proposal} />}
      <Card title={isAsked ? t.agreedTo : t.terms}>
        <SummaryList rows={termsRows(proposal, work)} />
      </Card>
      {isAsked ? (
        <Card title={t.answer}>
          <p>{t.voluntary}</p>
          {waitsForTerms ? <Notice tone="warn">{t.waitsForTerms}</Notice> : null}
          <Form problem={problem} submit={t.send}>
            {work ? <HiddenField name="termsVersion" value={String(work.version)} /> : null}
            <RadioField
              name="answer"
              label={t.answer}
              options={[
                { value: 'given', text: t.answerOptions.given, disabled: waitsForTerms },
                { value: 'declined', text: t.answerOptions.declined },
              ]}
            />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}

function askedLede({ isReverse, side, other }: Proposal): string {
  return isReverse ? t.consentLedeReverse(other) : t.consentLede(side, other);
}

type Proposal = ReturnType<typeof useLoaderData<typeof loader>>['proposal'];
type Work = ReturnType<typeof useLoaderData<typeof loader>>['work'];

function Answered({ proposal }: { proposal: Proposal }) {
  return (
    <Notice>
      {proposal.answer && proposal.answeredOn ? (
        <p>{t.ownAnswer(proposal.answeredOn, proposal.answer === 'given')}</p>
      ) : null}
      {proposal.answer === 'declined' ? null : <p>{answeredSentences[proposal.stage]}</p>}
      {proposal.canRead ? <ButtonLink href={paths.mentorship(proposal.id)} text={t.open} /> : null}
    </Notice>
  );
}

function termsRows(proposal: Proposal, work: Work) {
  const content = work?.content || proposal.focus;
  return [
    { key: t.role, value: proposal.isReverse ? t.roleReverse : t.roleOf[proposal.side] },
    { key: proposal.isReverse ? t.withWhom : proposal.side === 'mentor' ? t.mentee : t.mentor, value: proposal.other },
    { key: t.content, value: content === '' ? t.contentNone : content },
    { key: t.period, value: t.periodOf(proposal.startedOn, proposal.endedOn) },
    { key: t.form, value: `${proposal.form}; ${proposal.kind}` },
    ...workRows(work),
    { key: t.basis, value: `${basisWords[proposal.legalBasis].name}. ${basisWords[proposal.legalBasis].plain}` },
    { key: t.pay, value: payWords(proposal, work) },
    { key: t.early, value: earlyEndNote(proposal.legalBasis) },
    { key: t.unit, value: proposal.unitName },
    { key: t.proposedBy, value: proposal.proposer },
  ];
}

/** Term, form and volume of the work, as they will stand in the supplement. */
function workRows(work: Work) {
  if (!work?.term) return [];
  const { startedOn, endedOn, workForm, volumeHours, volumePer } = work.term;
  return [
    { key: t.workTerm, value: t.periodOf(startedOn, endedOn) },
    { key: t.workForm, value: `${workFormNames[workForm]}, ${volumeLine(volumeHours, volumePer)}` },
  ];
}

function payWords(proposal: Proposal, work: Work): string {
  if (proposal.side === 'mentee') return t.payMentee;
  if (work?.pay) return payLine(work.pay);
  if (work?.jobDescription) return `${payNotes[proposal.legalBasis]} ${work.jobDescription}.`;
  return payNotes[proposal.legalBasis];
}
