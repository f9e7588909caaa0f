import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDayLong } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { removeRegionalDayOff } from './working-day.operations.server.ts';
import { findOwnDayOff } from './working-days.queries.server.ts';
import { calendarSentences, calendarText as t } from './working-days.text.ts';

const params = z.object({ id: id() });

/** Taking a day off of a region away. */
export const loader = pageLoader({ need: 'directory.manage', params }, async ({ ctx, params }) =>
  findOwnDayOff(ctx, params.id),
);

export const action = formAction(
  { need: 'directory.manage', params, schema: z.object({}), labels: t.labels, sentences: calendarSentences },
  async ({ ctx, params }) => {
    await removeRegionalDayOff(ctx, params.id);
    return { to: paths.workingDays(), done: t.removed };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.removeSubmit} — ${uiText.brand}` }];

export default function WorkingDayRemovePage() {
  const { day, name, act, region } = useLoaderData<typeof loader>();
  const back = paths.workingDaysOf(Number(day.slice(0, 4)));
  return (
    <Page title={t.removeTitle(formatDayLong(day))} lede={t.removeLede} back={{ href: back, text: t.back }} narrow>
      <Card>
        <p>
          <b>{region}</b>: {name}. {act}
        </p>
        <Form problem={useActionData<typeof action>()} submit={t.removeSubmit} cancel={back} />
      </Card>
    </Page>
  );
}
