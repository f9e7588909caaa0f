import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { ownAccountText as words } from './account.text.ts';
import { endOtherSessions } from './own-account.operations.server.ts';

/** Ends every own session but this one. */
export const loader = pageLoader({ need: 'signedIn' }, async () => null);

export const action = formAction({ need: 'signedIn', schema: z.object({}), labels: {} }, async ({ ctx, request }) => {
  await endOtherSessions(ctx, request.headers.get('Cookie'));
  return { to: paths.mySessions(), done: words.othersEnded };
});

export const meta: MetaFunction = () => [{ title: `${words.endOthers} — ${uiText.brand}` }];

export default function MyOtherSessionsEndPage() {
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={words.endOthersTitle}
      lede={words.endOthersLede}
      back={{ href: paths.mySessions(), text: words.toSessions }}
      narrow
    >
      <Form problem={problem} submit={words.endOthers} danger cancel={paths.mySessions()} />
    </Page>
  );
}
