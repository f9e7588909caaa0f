import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { pauseMentorship } from './pause.operations.server.ts';
import { findPausable } from './pause.queries.server.ts';
import { pauseSchema } from './pause.schema.ts';
import { pauseReasons, pauseSentences, pauseText as t } from './pause.text.ts';
import { PAUSE_REASONS } from './pause.ts';

const params = z.object({ id: id() });

/** Days on which a mentorship rests. */
export const loader = pageLoader({ need: 'mentorship.pause', params }, async ({ ctx, params }) => {
  const { startedOn } = await findPausable(ctx, params.id);
  return { id: params.id, startedOn: ctx.today < startedOn ? startedOn : ctx.today };
});

export const action = formAction(
  { need: 'mentorship.pause', params, schema: pauseSchema, labels: t.labels, sentences: pauseSentences },
  async ({ ctx, params, input }) => {
    await pauseMentorship(ctx, params.id, input);
    return { to: paths.mentorship(params.id), done: t.paused };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function MentorshipPausePage() {
  const { id, startedOn } = useLoaderData<typeof loader>();
  const back = paths.mentorship(id);
  return (
    <Page title={t.title} lede={t.lede} back={{ href: back, text: t.backToPair }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} submit={t.pause} cancel={back}>
          <SelectField
            name="reason"
            label={t.reason}
            defaultValue="leave"
            options={PAUSE_REASONS.map((reason) => ({ value: reason, text: pauseReasons[reason] }))}
          />
          <DateField name="startedOn" label={t.startedOn} defaultValue={startedOn} />
          <DateField name="endedOn" label={t.endedOn} />
          <CheckboxField name="freesPlace" label={t.freesPlace} hint={t.freesPlaceHint} />
        </Form>
      </Card>
    </Page>
  );
}
