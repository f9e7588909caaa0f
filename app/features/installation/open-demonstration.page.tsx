import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { assertFirstRun } from './installation.queries.server.ts';
import { firstRunText } from './installation.text.ts';

/** Fills an empty database with the demonstration region. */
export const loader = pageLoader({ need: 'public' }, async ({ ctx, services }) => {
  await assertFirstRun(ctx.db);
  if (!services.openDemonstration) throw new NotFound('demonstration');
  return null;
});

export const action = formAction({ need: 'public', schema: z.object({}), labels: {} }, async ({ ctx, services }) => {
  await assertFirstRun(ctx.db);
  if (!services.openDemonstration) throw new NotFound('demonstration');
  await services.openDemonstration();
  return { to: paths.signIn(), done: firstRunText.demonstrationOpened };
});

export const meta: MetaFunction = () => [{ title: `${firstRunText.demonstrationTitle} — ${uiText.brand}` }];

export default function OpenDemonstrationPage() {
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={firstRunText.demonstrationTitle}
      lede={`${firstRunText.demonstrationText} ${firstRunText.demonstrationLede}`}
      back={{ href: paths.firstRun(), text: firstRunText.back }}
      narrow
    >
      <Form problem={problem} submit={firstRunText.demonstration} cancel={paths.firstRun()} />
    </Page>
  );
}
