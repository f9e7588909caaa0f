import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { PasswordField } from '#app/ui/PasswordField.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { newPasswordSchema, tokenParams } from './account.schema.ts';
import { acceptInvitation } from './invitation.operations.server.ts';
import { findOptionalInvitation } from './invitation.queries.server.ts';
import { invitationSentences, invitationText, passwordSentences, passwordText } from './invitation.text.ts';
import { browserOf, openSession } from './sign-in.operations.server.ts';

/** Where a link leads: a first or new password. Every link that does not work looks the same. */
export const loader = pageLoader({ need: 'public', params: tokenParams }, async ({ ctx, params }) => {
  const found = await findOptionalInvitation(ctx, params.token);
  if (!found) return { invitation: null };
  const name = [found.firstName, found.middleName].filter(Boolean).join(' ');
  return { invitation: { login: found.login, name } };
});

export const action = formAction(
  {
    need: 'public',
    params: tokenParams,
    schema: newPasswordSchema,
    labels: passwordText,
    sentences: { ...passwordSentences, ...invitationSentences },
  },
  async ({ ctx, params, input, request, services }) => {
    const account = await acceptInvitation(ctx, params.token, input);
    const cookie = await openSession(ctx, account, browserOf(request, services.config.isSecure));
    return { to: paths.home(), done: invitationText.accepted, headers: [['Set-Cookie', cookie]] };
  },
);

export const meta: MetaFunction = () => [{ title: `${invitationText.acceptTitle} — ${uiText.brand}` }];

export default function InvitationPage() {
  const { invitation } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  if (!invitation) {
    return (
      <Page title={invitationText.goneTitle} lede={invitationText.gone} narrow>
        <div className="buttons">
          <ButtonLink href={paths.signIn()} text={invitationText.toSignIn} />
        </div>
      </Page>
    );
  }
  return (
    <Page title={invitationText.acceptTitle} lede={invitationText.acceptLede(invitation.name)} narrow>
      <SummaryList rows={[{ key: invitationText.acceptLogin, value: invitation.login }]} />
      <Form problem={problem} submit={invitationText.acceptSubmit}>
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
