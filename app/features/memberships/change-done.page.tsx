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
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findChange } from './membership.queries.server.ts';
import { carryOutSchema } from './membership.schema.ts';
import { changeKindWords, membershipSentences, membershipText as t } from './membership.text.ts';
import { carryOutChange } from './membership-done.operations.server.ts';

const params = z.object({ id: id() });

/** The order by which an agreed change comes true. */
export const loader = pageLoader({ need: 'membershipChange.manage', params }, async ({ ctx, params }) => {
  const { canManage, personId, ...change } = await findChange(ctx, params.id);
  if (!canManage) throw new NotFound('membershipChange');
  return { change, today: ctx.today };
});

export const action = formAction(
  { need: 'membershipChange.manage', params, schema: carryOutSchema, labels: t.labels, sentences: membershipSentences },
  async ({ ctx, params, input }) => {
    await carryOutChange(ctx, params.id, input);
    return { to: paths.membershipChange(params.id), done: t.carriedOut };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.doneTitle} — ${uiText.brand}` }];

export default function ChangeDonePage() {
  const { change, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.mentorshipMembers(change.mentorshipId);
  const kind = changeKindWords[change.kind];
  return (
    <Page
      title={t.doneTitle}
      lede={t.doneLede(`${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, change.name)}
      back={{ href: back, text: t.title }}
      narrow
    >
      <Card>
        {change.state === 'consented' || problem ? (
          <Form problem={problem} version={change.version} submit={t.carryOut} cancel={back}>
            {change.replaced ? <p>{t.replacedLede(change.replaced)}</p> : null}
            <TextField name="ground" label={t.ground} hint={t.groundHint} />
            <DateField name="orderedOn" label={t.orderedOn} defaultValue={today} />
            <DateField name="startedOn" label={t.startedOn} defaultValue={change.startedOn} />
          </Form>
        ) : (
          <Empty>{t.notAwaited}</Empty>
        )}
      </Card>
    </Page>
  );
}
