import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { addDays } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { moveClock } from './installation.operations.server.ts';
import { assertDemonstration } from './installation.queries.server.ts';
import { clockSchema } from './installation.schema.ts';
import { clockText, installationSentences } from './installation.text.ts';

/** The clock of the demonstration region; an ordinary installation has no such page. */
export const loader = pageLoader({ need: 'installation.manage' }, async ({ ctx }) => {
  await assertDemonstration(ctx.db);
  return { today: ctx.today };
});

export const action = formAction(
  {
    need: 'installation.manage',
    schema: clockSchema,
    labels: { days: clockText.days },
    sentences: installationSentences,
  },
  async ({ ctx, input, services }) => {
    await moveClock(ctx, services, input.days);
    return { to: paths.clock(), done: clockText.moved(addDays(ctx.today, input.days)) };
  },
);

export const meta: MetaFunction = () => [{ title: `${clockText.title} — ${uiText.brand}` }];

export default function ClockPage() {
  const { today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={clockText.title} lede={clockText.lede(today)} narrow>
      <Form problem={problem} submit={clockText.submit}>
        <TextField
          name="days"
          label={clockText.days}
          hint={clockText.daysHint}
          width="5"
          inputMode="numeric"
          maxLength={5}
          defaultValue="30"
        />
      </Form>
    </Page>
  );
}
