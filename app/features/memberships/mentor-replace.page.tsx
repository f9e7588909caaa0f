import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { addDays } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { proposeReplacement } from './membership.operations.server.ts';
import { findMembership, listMembers, listNewcomers } from './membership.queries.server.ts';
import { candidatesSchema, replaceSchema } from './membership.schema.ts';
import { membershipSentences, membershipText as t } from './membership.text.ts';
import { NewcomerField } from './newcomer-field.tsx';

const params = z.object({ id: id() });

/** Another mentor in the place of one who is there (BR-11). */
export const loader = pageLoader(
  { need: 'mentorship.changeMembers', params, query: candidatesSchema },
  async ({ ctx, params, query }) => {
    const mentorship = await findMembership(ctx, params.id);
    if (!mentorship.canChange) throw new NotFound('mentorship');
    const members = await listMembers(ctx, params.id);
    const mentors = members.filter(({ side, endedOn }) => side === 'mentor' && endedOn >= mentorship.endedOn);
    return {
      id: params.id,
      search: query.search,
      startedOn: addDays(ctx.today, 1),
      mentors: mentorship.state === 'active' ? mentors.map(({ id, name }) => ({ id, name })) : [],
      people: await listNewcomers(ctx, mentorship, query.search),
    };
  },
);

export const action = formAction(
  { need: 'mentorship.changeMembers', params, schema: replaceSchema, labels: t.labels, sentences: membershipSentences },
  async ({ ctx, params, input }) => {
    await proposeReplacement(ctx, params.id, input);
    return { to: paths.mentorshipMembers(params.id), done: t.invited };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.replaceTitle} — ${uiText.brand}` }];

export default function MentorReplacePage() {
  const { id, search, startedOn, mentors, people } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorshipMembers(id);
  return (
    <Page title={t.replaceTitle} lede={t.replaceLede} back={{ href: back, text: t.title }} narrow>
      <Filter reset={search === '' ? undefined : paths.mentorReplace(id)}>
        <TextField name="search" label={t.search} type="search" width="20" defaultValue={search} />
      </Filter>
      <Card>
        {people.length === 0 || mentors.length === 0 ? (
          <Empty>{mentors.length === 0 ? membershipSentences['members-not-changeable'] : t.nobody}</Empty>
        ) : (
          <Form problem={problem} submit={t.invite} cancel={back}>
            <SelectField
              name="memberId"
              label={t.whom}
              defaultValue={mentors[0]?.id}
              options={mentors.map((one) => ({ value: one.id, text: one.name }))}
            />
            <NewcomerField label={t.byWhom} people={people} />
            <DateField name="startedOn" label={t.startedOn} defaultValue={startedOn} />
            <TextArea name="reason" label={t.reason} hint={t.reasonHint} maxLength={1000} />
          </Form>
        )}
      </Card>
    </Page>
  );
}
