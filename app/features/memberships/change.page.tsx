import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { personOf } from '#app/core/context.server.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findChange } from './membership.queries.server.ts';
import { changeAnswerSchema } from './membership.schema.ts';
import { changeKindWords, changeStateWords, membershipSentences, membershipText as t } from './membership.text.ts';
import { answerChange } from './membership-answer.operations.server.ts';

const params = z.object({ id: id() });

/** An invitation: to whom it concerns, with the answer; to the curator, with what is next. */
export const loader = pageLoader({ need: 'membershipChange.read', params }, async ({ ctx, params }) => {
  const { personId, ...change } = await findChange(ctx, params.id);
  return { change, isMine: personId === personOf(ctx) };
});

export const action = formAction(
  {
    need: 'membershipChange.answer',
    params,
    schema: changeAnswerSchema,
    labels: t.labels,
    sentences: membershipSentences,
  },
  async ({ ctx, params, input }) => {
    await answerChange(ctx, params.id, input);
    return { to: paths.membershipChange(params.id), done: input.answer === 'given' ? t.sentGiven : t.sentDeclined };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.invitationTitle} — ${uiText.brand}` }];

export default function ChangePage() {
  const { change, isMine } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const isAsked = isMine && change.state === 'proposed';
  const back = isMine ? paths.home() : paths.mentorshipMembers(change.mentorshipId);
  return (
    <Page
      title={t.invitationTitle}
      lede={isAsked ? t.invitationLede : undefined}
      back={{ href: back, text: isMine ? uiText.back : t.title }}
      actions={<Steps change={change} />}
      narrow
    >
      {isMine && !isAsked ? <Notice>{ownWords[change.state]}</Notice> : null}
      <Card>
        <SummaryList
          rows={[
            ...(isMine ? [] : [{ key: t.name, value: change.name }]),
            { key: t.role, value: isMine ? t.roleOf[change.kind] : changeKindWords[change.kind] },
            ...(change.others === '' ? [] : [{ key: t.with, value: change.others }]),
            ...(isMine ? [] : [{ key: t.state, value: changeStateWords[change.state] }]),
            { key: t.yourPeriod, value: t.periodOf(change.startedOn, change.endedOn) },
            { key: t.what, value: `${change.form}; ${change.mentoringKind}` },
            { key: t.unit, value: change.unitName },
          ]}
        />
      </Card>
      {isMine && change.terms?.isTold ? (
        <p>
          <a href={paths.terms(change.mentorshipId)}>{t.ownTerms}</a>
        </p>
      ) : null}
      {isAsked ? (
        <Card title={t.yourAnswer}>
          <p>{t.voluntary}</p>
          <Form problem={problem} submit={t.send}>
            <RadioField
              name="answer"
              label={t.yourAnswer}
              options={[
                { value: 'given', text: t.options.given },
                { value: 'declined', text: t.options.declined },
              ]}
            />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}

const ownWords: Record<ReturnType<typeof useLoaderData<typeof loader>>['change']['state'], string> = {
  proposed: '',
  consented: t.ownGiven,
  done: t.ownDone,
  declined: t.ownDeclined,
  withdrawn: t.ownWithdrawn,
};

type Change = ReturnType<typeof useLoaderData<typeof loader>>['change'];

function Steps({ change }: { change: Change }) {
  if (!change.canManage) return null;
  const isOpen = change.state === 'proposed' || change.state === 'consented';
  return (
    <>
      {isOpen && change.terms ? <ButtonLink href={paths.terms(change.mentorshipId)} text={t.terms} /> : null}
      {change.state === 'proposed' ? <ButtonLink href={paths.membershipChangePaper(change.id)} text={t.paper} /> : null}
      {change.state === 'consented' ? (
        <ButtonLink href={paths.membershipChangeDone(change.id)} text={t.done} primary />
      ) : null}
      {isOpen ? <ButtonLink href={paths.membershipChangeWithdraw(change.id)} text={t.withdraw} /> : null}
    </>
  );
}
