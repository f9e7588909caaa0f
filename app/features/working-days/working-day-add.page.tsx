import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addRegionalDayOff } from './working-day.operations.server.ts';
import { listOwnCalendars } from './working-days.queries.server.ts';
import { dayOffSchema } from './working-days.schema.ts';
import { calendarSentences, calendarText as t } from './working-days.text.ts';

/** A day off of a region. */
export const loader = pageLoader({ need: 'directory.manage' }, async ({ ctx }) => {
  const regions = await listOwnCalendars(ctx);
  if (regions.length === 0) throw new NotFound('region');
  return { regions };
});

export const action = formAction(
  { need: 'directory.manage', schema: dayOffSchema, labels: t.labels, sentences: calendarSentences },
  async ({ ctx, input }) => {
    await addRegionalDayOff(ctx, input);
    return { to: paths.workingDaysOf(Number(input.day.slice(0, 4))), done: t.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.addTitle} — ${uiText.brand}` }];

export default function WorkingDayAddPage() {
  const { regions } = useLoaderData<typeof loader>();
  const back = paths.workingDays();
  return (
    <Page title={t.addTitle} lede={t.addLede} back={{ href: back, text: t.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} submit={t.save} cancel={back}>
          <SelectField
            name="unitId"
            label={t.labels.unitId}
            empty={null}
            defaultValue={regions[0]?.id}
            options={regions.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <DateField name="day" label={t.labels.day} />
          <TextField name="name" label={t.labels.name} hint={t.nameHint} maxLength={200} />
          <TextField name="act" label={t.labels.act} hint={t.actHint} maxLength={300} />
        </Form>
      </Card>
    </Page>
  );
}
