import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { signInText } from './account.text.ts';
import { signOut } from './sign-in.operations.server.ts';

/** The way out, also for those who come to its address by hand. */
export const loader = pageLoader({ need: 'public' }, async () => null);

export const action = formAction({ need: 'public', schema: z.object({}), labels: {} }, async ({ ctx, request }) => {
  const cookie = await signOut(ctx, request.headers.get('Cookie'));
  return {
    to: paths.signIn(),
    headers: [
      ['Set-Cookie', cookie],
      // A shared school computer must not keep pages of the one who left.
      ['Clear-Site-Data', '"cache", "storage"'],
    ],
  };
});

export const meta: MetaFunction = () => [{ title: `${signInText.signOut} — ${uiText.brand}` }];

export default function SignOutPage() {
  const problem = useActionData<typeof action>();
  return (
    <Page title={signInText.signOut} lede={signInText.signOutLede} narrow>
      <Form problem={problem} submit={signInText.signOut} cancel={paths.home()} />
    </Page>
  );
}
