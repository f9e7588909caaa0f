import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listNames } from '../directories/directory.text.ts';
import { proposeMentorship } from '../mentorships/mentorship.operations.server.ts';
import { basisWords, mentorshipSentences } from '../mentorships/mentorship.text.ts';
import { LEGAL_BASES, usualEnd } from '../mentorships/mentorship.ts';
import { findCandidate, findMentee, listFormsAndKinds } from './matching.queries.server.ts';
import { proposeSchema } from './matching.schema.ts';
import { matchingText, refusalWords, warningWords } from './matching.text.ts';
import { match } from './matching.ts';

const params = z.object({ menteeId: id(), mentorId: id() });

/** The terms of a mentorship before it is proposed to both sides. */
export const loader = pageLoader({ need: 'mentorship.propose', params }, async ({ ctx, params }) => {
  const mentee = await findMentee(ctx, params.menteeId);
  const mentor = await findCandidate(ctx, mentee, params.mentorId);
  const period = { startedOn: ctx.today, endedOn: usualEnd(ctx.today) };
  const question = { mentee, candidates: [mentor], period, kindCode: 'one_to_one', hoursPerWeek: null };
  const { ranked, refused } = match({ ...question, today: ctx.today });
  return {
    mentee: { id: mentee.personId, name: mentee.name },
    mentor: { id: mentor.personId, name: mentor.name },
    ...(await listFormsAndKinds(ctx, mentee, mentor)),
    period,
    onceKey: newId(),
    basis: mentor.unitId === mentee.unitId ? ('labor_351_8' as const) : ('cooperation_agreement' as const),
    warnings: ranked.flatMap(({ warnings }) => warnings.map((warning) => warningWords[warning].text)),
    hindrances: refused.flatMap(({ refusals }) => refusals.map(({ code, values }) => refusalWords[code](values))),
  };
});

export const action = formAction(
  {
    need: 'mentorship.propose',
    params,
    schema: proposeSchema,
    labels: matchingText.labels,
    sentences: mentorshipSentences,
  },
  async ({ ctx, params, input, onceKey }) => {
    const made = await proposeMentorship(ctx, { ...params, ...input }, onceKey);
    return { to: paths.mentorship(made.id), done: matchingText.sent };
  },
);

export const meta: MetaFunction = () => [{ title: `${matchingText.proposeTitle} — ${uiText.brand}` }];

export default function ProposePage() {
  const { mentee, mentor, forms, kinds, period, onceKey, basis, warnings, hindrances } = useLoaderData<typeof loader>();
  const back = paths.match(mentee.id);
  return (
    <Page
      title={matchingText.proposeTitle}
      lede={matchingText.proposeLede(mentor.name, mentee.name)}
      back={{ href: back, text: matchingText.backToMatch }}
      narrow
    >
      {hindrances.length > 0 ? (
        <Notice tone="warn">
          {matchingText.hindrances(formatDay(period.startedOn), formatDay(period.endedOn), hindrances.join('. '))}
        </Notice>
      ) : null}
      {warnings.length > 0 ? <Notice tone="warn">{warnings.join(' ')}</Notice> : null}
      <Card>
        <Form problem={useActionData<typeof action>()} once={onceKey} submit={matchingText.send} cancel={back} keep>
          <TextArea name="focus" label={matchingText.labels.focus} hint={matchingText.focusHint} maxLength={2000} />
          <SelectField
            name="formCode"
            label={matchingText.labels.formCode}
            defaultValue={forms[0]?.entries[0]?.code}
            options={forms.map(({ list, entries }) => ({
              title: listNames[list],
              options: entries.map(({ code, name }) => ({ value: code, text: name })),
            }))}
          />
          <SelectField
            name="kindCode"
            label={matchingText.labels.kindCode}
            defaultValue={kinds[0]?.code}
            options={kinds.map(({ code, name }) => ({ value: code, text: name }))}
          />
          <NumberField
            name="hoursPerWeek"
            label={matchingText.labels.hoursPerWeek}
            hint={matchingText.hoursHint}
            width="2"
            optional
          />
          <p>
            <a href={paths.directories()}>{matchingText.toDirectories}</a>
          </p>
          <DateField name="startedOn" label={matchingText.labels.startedOn} defaultValue={period.startedOn} />
          <DateField name="endedOn" label={matchingText.labels.endedOn} defaultValue={period.endedOn} />
          <RadioField
            name="legalBasis"
            label={matchingText.labels.legalBasis}
            defaultValue={basis}
            options={LEGAL_BASES.map((basis) => ({
              value: basis,
              text: basisWords[basis].name,
              hint: basisWords[basis].plain,
            }))}
          />
          <p className="mute">{matchingText.proposeNote}</p>
        </Form>
      </Card>
    </Page>
  );
}
