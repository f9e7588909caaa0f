import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listOwnSessions } from './account.queries.server.ts';
import { sessionParams } from './account.schema.ts';
import { ownAccountText as words } from './account.text.ts';
import { endOwnSession } from './own-account.operations.server.ts';

/** Ends one of the own sessions. */
export const loader = pageLoader({ need: 'signedIn', params: sessionParams }, async ({ ctx, params }) => {
  const session = (await listOwnSessions(ctx)).find((own) => own.id === params.id);
  if (!session) throw new NotFound('session');
  return { device: session.device };
});

export const action = formAction(
  { need: 'signedIn', params: sessionParams, schema: z.object({}), labels: {} },
  async ({ ctx, params }) => {
    await endOwnSession(ctx, params.id);
    return { to: paths.mySessions(), done: words.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${words.endTitle} — ${uiText.brand}` }];

export default function MySessionEndPage() {
  const { device } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={words.endTitle}
      lede={`${device}. ${words.endLede}`}
      back={{ href: paths.mySessions(), text: words.toSessions }}
      narrow
    >
      <Form problem={problem} submit={words.end} danger cancel={paths.mySessions()} />
    </Page>
  );
}
