import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findMemberToRecord } from './consent.queries.server.ts';
import { recordPaperConsent } from './mentorship.operations.server.ts';
import { paperConsentSchema } from './mentorship.schema.ts';
import { sideNames } from './mentorship.text.ts';
import { allSentences, mentorshipText as t } from './mentorship-pages.text.ts';

const params = z.object({ id: id(), personId: id() });

/** An answer that a member gave on paper. */
export const loader = pageLoader({ need: 'mentorship.recordConsent', params }, async ({ ctx, params }) => ({
  id: params.id,
  personId: params.personId,
  member: await findMemberToRecord(ctx, params.id, params.personId),
}));

export const action = formAction(
  {
    need: 'mentorship.recordConsent',
    params,
    schema: paperConsentSchema,
    labels: { ...t.labels, answer: t.paperAnswer },
    sentences: allSentences,
  },
  async ({ ctx, params, input }) => {
    await recordPaperConsent(ctx, params.id, { personId: params.personId, ...input });
    return { to: paths.mentorship(params.id), done: t.paperSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.paperTitle} — ${uiText.brand}` }];

export default function MentorshipPaperConsentPage() {
  const { id, personId, member } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.mentorship(id), text: uiText.back };
  if (!member.isAwaited && !problem) {
    return (
      <Page title={t.paperTitle} back={back} narrow>
        <Empty>{t.paperNotAwaited}</Empty>
      </Page>
    );
  }
  return (
    <Page
      title={t.paperTitle}
      lede={t.paperLede(sideNames[member.side], member.name)}
      back={back}
      actions={<ButtonLink href={paths.participationPdf(id, personId)} text={t.paperPrint} download />}
      narrow
    >
      <Card>
        <Form problem={problem} cancel={paths.mentorship(id)}>
          <RadioField
            name="answer"
            label={t.paperAnswer}
            options={[
              { value: 'given', text: t.paperOptions.given },
              { value: 'declined', text: t.paperOptions.declined },
            ]}
          />
          <DateField name="answeredOn" label={t.paperDate} />
        </Form>
      </Card>
    </Page>
  );
}
