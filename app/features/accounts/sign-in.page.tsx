import { type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findSessionEnd } from '#app/access/session.server.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Details } from '#app/ui/Details.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { PasswordField } from '#app/ui/PasswordField.tsx';
import { Table } from '#app/ui/Table.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { hasAnyAccount } from './account.queries.server.ts';
import { signInQuery, signInSchema } from './account.schema.ts';
import { sessionEndSentences, signInSentences, signInText } from './account.text.ts';
import { findDemonstrationAccounts } from './demonstration.queries.server.ts';
import { safeNext } from './safe-next.ts';
import { browserOf, signIn } from './sign-in.operations.server.ts';

/** The way in. Who is already in goes on; an installation without accounts is set up first. */
export const loader = pageLoader({ need: 'public', query: signInQuery }, async ({ ctx, query, request }) => {
  const next = safeNext(query.next, paths.home());
  if (ctx.actor.kind === 'person') throw redirect(next);
  if (!(await hasAnyAccount(ctx.db))) throw redirect(paths.firstRun());
  const [ended, demonstration] = await Promise.all([
    findSessionEnd(ctx.db, request.headers.get('Cookie')),
    findDemonstrationAccounts(ctx.db),
  ]);
  return { next, why: ended && sessionEndSentences[ended], demonstration };
});

export const action = formAction(
  {
    need: 'public',
    schema: signInSchema,
    labels: { login: signInText.login, password: signInText.password },
    sentences: signInSentences,
  },
  async ({ ctx, input, request, services }) => {
    const cookies = await signIn(ctx, input, browserOf(request, services.config.isSecure));
    return {
      to: safeNext(input.next, paths.home()),
      headers: cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]),
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${signInText.title} — ${uiText.brand}` }];

export default function SignInPage() {
  const { next, why, demonstration } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={signInText.title} lede={signInText.lede} narrow>
      {why && !problem ? (
        <Notice>
          <p>{why}</p>
        </Notice>
      ) : null}
      <Card>
        <Form problem={problem} submit={signInText.submit}>
          <TextField
            name="login"
            label={signInText.login}
            hint={signInText.loginHint}
            autoComplete="username"
            spellCheck={false}
            maxLength={200}
          />
          <PasswordField name="password" label={signInText.password} autoComplete="current-password" />
          <HiddenField name="next" value={next} />
        </Form>
      </Card>
      <Details summary={signInText.lost}>{signInText.lostText}</Details>
      {demonstration ? (
        <Card title={signInText.demoTitle}>
          <p>{signInText.demoLede(demonstration.password)}</p>
          <Table
            caption={signInText.demoTitle}
            rows={demonstration.accounts}
            rowKey={(account) => account.login}
            empty={null}
            columns={[
              { title: signInText.demoWho, heading: true, cell: (account) => account.who },
              {
                title: <span className="govuk-visually-hidden">{signInText.submit}</span>,
                cell: (account) => (
                  <form method="post">
                    <input type="hidden" name="login" value={account.login} />
                    <input type="hidden" name="password" value={demonstration.password} />
                    <input type="hidden" name="next" value={next} />
                    <button type="submit" className="as-link" aria-label={signInText.demoEnter(account.who)}>
                      {signInText.submit}
                    </button>
                  </form>
                ),
              },
              { title: signInText.login, cell: (account) => account.login },
            ]}
          />
        </Card>
      ) : null}
    </Page>
  );
}
