import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findMemberToLeave } from './membership.queries.server.ts';
import { leaveSchema } from './membership.schema.ts';
import { membershipSentences, membershipText as t } from './membership.text.ts';
import { endMembership } from './membership-done.operations.server.ts';

const params = z.object({ id: id() });

/** The last day of a member while the others go on. */
export const loader = pageLoader({ need: 'mentorship.changeMembers', params }, async ({ ctx, params }) => ({
  member: await findMemberToLeave(ctx, params.id),
  lastOn: ctx.today,
}));

export const action = formAction(
  { need: 'mentorship.changeMembers', params, schema: leaveSchema, labels: t.labels, sentences: membershipSentences },
  async ({ ctx, params, input }) => {
    const { mentorshipId } = await endMembership(ctx, params.id, input);
    return { to: paths.mentorshipMembers(mentorshipId), done: t.leaveDone };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.leaveTitle} — ${uiText.brand}` }];

export default function MemberLeavePage() {
  const { member, lastOn } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorshipMembers(member.mentorshipId);
  return (
    <Page title={t.leaveTitle} lede={t.leaveLede(member.name)} back={{ href: back, text: t.title }} narrow>
      <Card>
        {member.hasLeft && !problem ? (
          <Empty>{t.leaveNone}</Empty>
        ) : (
          <Form problem={problem} submit={t.leave} cancel={back}>
            <DateField name="lastOn" label={t.lastOn} defaultValue={lastOn} />
          </Form>
        )}
      </Card>
    </Page>
  );
}
