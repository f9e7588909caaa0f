import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findChange } from './membership.queries.server.ts';
import { changePaperSchema } from './membership.schema.ts';
import { membershipSentences, membershipText as t } from './membership.text.ts';
import { recordChangePaper } from './membership-answer.operations.server.ts';

const params = z.object({ id: id() });

/** The answer to an invitation that the curator has on paper. */
export const loader = pageLoader({ need: 'membershipChange.manage', params }, async ({ ctx, params }) => {
  const { canManage, mentorshipId, name, state } = await findChange(ctx, params.id);
  if (!canManage) throw new NotFound('membershipChange');
  return { mentorshipId, name, isAwaited: state === 'proposed', today: ctx.today };
});

export const action = formAction(
  {
    need: 'membershipChange.manage',
    params,
    schema: changePaperSchema,
    labels: t.labels,
    sentences: membershipSentences,
  },
  async ({ ctx, params, input }) => {
    await recordChangePaper(ctx, params.id, input);
    return { to: paths.membershipChange(params.id), done: t.paperSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.paperTitle} — ${uiText.brand}` }];

export default function ChangePaperPage() {
  const { mentorshipId, name, isAwaited, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorshipMembers(mentorshipId);
  return (
    <Page title={t.paperTitle} lede={t.paperLede(name)} back={{ href: back, text: t.title }} narrow>
      <Card>
        {isAwaited || problem ? (
          <Form problem={problem} cancel={back}>
            <RadioField
              name="answer"
              label={t.paperAnswer}
              options={[
                { value: 'given', text: t.paperOptions.given },
                { value: 'declined', text: t.paperOptions.declined },
              ]}
            />
            <DateField name="answeredOn" label={t.paperDate} defaultValue={today} />
          </Form>
        ) : (
          <Empty>{t.notAwaited}</Empty>
        )}
      </Card>
    </Page>
  );
}
