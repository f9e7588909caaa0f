import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { PasswordField } from '#app/ui/PasswordField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { changePasswordSchema } from './account.schema.ts';
import { signInSentences, ownAccountText as words } from './account.text.ts';
import { passwordSentences, passwordText } from './invitation.text.ts';
import { changePassword } from './own-account.operations.server.ts';
import { browserOf } from './sign-in.operations.server.ts';

/** A new password for the own account. */
export const loader = pageLoader({ need: 'signedIn' }, async () => null);

export const action = formAction(
  {
    need: 'signedIn',
    schema: changePasswordSchema,
    labels: { ...passwordText, current: words.current },
    sentences: { ...passwordSentences, ...signInSentences },
  },
  async ({ ctx, input, request, services }) => {
    await changePassword(ctx, input, browserOf(request, services.config.isSecure));
    return { to: paths.mySessions(), done: words.passwordChanged };
  },
);

export const meta: MetaFunction = () => [{ title: `${words.passwordTitle} — ${uiText.brand}` }];

export default function MyPasswordPage() {
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={words.passwordTitle}
      lede={words.passwordLede}
      back={{ href: paths.mySessions(), text: words.toSessions }}
      narrow
    >
      <Form problem={problem} submit={words.changePassword} cancel={paths.mySessions()}>
        <PasswordField name="current" label={words.current} autoComplete="current-password" />
        <PasswordField
          name="password"
          label={passwordText.password}
          hint={passwordText.passwordHint}
          autoComplete="new-password"
        />
        <PasswordField name="repeat" label={passwordText.repeat} autoComplete="new-password" />
      </Form>
    </Page>
  );
}
