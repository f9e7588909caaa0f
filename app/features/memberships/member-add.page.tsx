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
import { Filter } from '#app/ui/Filter.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { takeIn } from './membership.operations.server.ts';
import { findMembership, listNewcomers } from './membership.queries.server.ts';
import { candidatesSchema, takeInSchema } from './membership.schema.ts';
import { membershipSentences, membershipText as t } from './membership.text.ts';
import { NewcomerField } from './newcomer-field.tsx';

const params = z.object({ id: id(), side: z.enum(['mentor', 'mentee']) });

/** Taking somebody in: into a proposal at once, into a mentorship in force by invitation. */
export const loader = pageLoader(
  { need: 'mentorship.changeMembers', params, query: candidatesSchema },
  async ({ ctx, params, query }) => {
    const mentorship = await findMembership(ctx, params.id);
    if (!mentorship.canChange) throw new NotFound('mentorship');
    return {
      id: params.id,
      side: params.side,
      search: query.search,
      isActive: mentorship.state === 'active',
      startedOn: ctx.today < mentorship.startedOn ? mentorship.startedOn : ctx.today,
      people: await listNewcomers(ctx, mentorship, query.search),
    };
  },
);

export const action = formAction(
  { need: 'mentorship.changeMembers', params, schema: takeInSchema, labels: t.labels, sentences: membershipSentences },
  async ({ ctx, params, input }) => {
    await takeIn(ctx, params.id, { ...input, side: params.side });
    return { to: paths.mentorshipMembers(params.id), done: input.startedOn === null ? t.added : t.invited };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MemberAddPage() {
  const { id, side, search, isActive, startedOn, people } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorshipMembers(id);
  return (
    <Page
      title={t.addTitle[side]}
      lede={isActive ? t.addLedeActive : t.addLedeProposed}
      back={{ href: back, text: t.title }}
      narrow
    >
      <Filter reset={search === '' ? undefined : paths.memberAdd(id, side)}>
        <TextField name="search" label={t.search} type="search" width="20" defaultValue={search} />
      </Filter>
      <Card>
        {people.length === 0 ? (
          <Empty>{t.nobody}</Empty>
        ) : (
          <Form problem={problem} submit={isActive ? t.invite : t.add} cancel={back}>
            <NewcomerField label={t.person} people={people} />
            {isActive ? (
              <DateField name="startedOn" label={t.startedOn} defaultValue={startedOn} />
            ) : (
              <HiddenField name="startedOn" value="" />
            )}
          </Form>
        )}
      </Card>
    </Page>
  );
}
