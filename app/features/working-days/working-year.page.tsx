import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formatDayAndMonth } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { saveCalendarYear } from './calendar-year.operations.server.ts';
import { draftYear, listsOf } from './calendar-year.ts';
import { findKeptCalendar, listCalendarYears, listMarkedDays } from './working-days.queries.server.ts';
import { calendarFilter, calendarYearSchema } from './working-days.schema.ts';
import { calendarSentences, calendarText as t } from './working-days.text.ts';

/** A year of the federal production calendar: as it stands, or a draft out of the latest year entered. */
export const loader = pageLoader({ need: 'calendar.manage', query: calendarFilter }, async ({ ctx, query }) => {
  await findKeptCalendar(ctx);
  const years = await listCalendarYears(ctx);
  const latest = years.at(-1)?.year ?? Number(ctx.today.slice(0, 4)) - 1;
  const year = query.year ?? latest + 1;
  const entered = years.find((one) => one.year === year) ?? null;
  const days = (await listMarkedDays(ctx, entered ? year : latest, null)).filter(({ kind }) => kind !== 'regional');
  const moved = (holiday: string) => t.movedFrom(formatDayAndMonth(holiday).replaceAll('\u00A0', ' '));
  return {
    year,
    act: entered?.act ?? t.codeAct,
    isDecreed: entered?.isDecreed ?? false,
    version: entered?.version ?? 0,
    lists: listsOf(entered ? days : draftYear(year, days, moved)),
  };
});

export const action = formAction(
  { need: 'calendar.manage', schema: calendarYearSchema, labels: t.yearLabels, sentences: calendarSentences },
  async ({ ctx, input }) => {
    await saveCalendarYear(ctx, await findKeptCalendar(ctx), input);
    return { to: paths.workingDaysOf(input.year), done: t.yearSaved(input.year) };
  },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? t.yearTitle(data.year) : t.back} — ${uiText.brand}` },
];

export default function WorkingYearPage() {
  const { year, act, isDecreed, version, lists } = useLoaderData<typeof loader>();
  const back = paths.workingDaysOf(year);
  return (
    <Page
      title={t.yearTitle(year)}
      lede={version === 0 ? t.yearDraft : t.yearLede}
      back={{ href: back, text: t.back }}
      narrow
    >
      <Card>
        <Form problem={useActionData<typeof action>()} submit={t.yearSave} cancel={back}>
          <HiddenField name="year" value={year} />
          <HiddenField name="version" value={version} />
          <TextField name="act" label={t.yearLabels.act} hint={t.yearActHint} defaultValue={act} maxLength={300} />
          <CheckboxField name="isDecreed" label={t.yearLabels.isDecreed} defaultChecked={isDecreed} />
          <TextArea
            name="holidays"
            label={t.yearLabels.holidays}
            hint={t.linesHint}
            rows={15}
            defaultValue={lists.holidays}
            maxLength={6000}
          />
          <TextArea
            name="daysOff"
            label={t.yearLabels.daysOff}
            hint={t.daysOffHint}
            rows={6}
            optional
            defaultValue={lists.daysOff}
            maxLength={6000}
          />
          <TextArea
            name="workingDays"
            label={t.yearLabels.workingDays}
            hint={t.workingHint}
            rows={4}
            optional
            defaultValue={lists.workingDays}
            maxLength={6000}
          />
        </Form>
      </Card>
    </Page>
  );
}
