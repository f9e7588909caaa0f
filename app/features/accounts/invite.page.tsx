import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { dayOf, formatDay } from '#app/core/dates.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { fullName } from '#app/features/people/person-name.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CopyField } from '#app/ui/CopyField.tsx';
import { Details } from '#app/ui/Details.tsx';
import { DisabledAct } from '#app/ui/DisabledAct.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findLookedAfter } from './account.queries.server.ts';
import { inviteSchema, personParams } from './account.schema.ts';
import { grantText } from './grant.text.ts';
import { isOneself } from './grant-reach.server.ts';
import { invite } from './invitation.operations.server.ts';
import { invitationSentences, invitationText } from './invitation.text.ts';
import { freshLinkCookie, readFreshLink } from './invitation-token.server.ts';
import { actorCoversEveryRole } from './standing.server.ts';

/** A link to a first or new password; right after it is made the page shows it to be copied. */
export const loader = pageLoader(
  { need: 'account.invite', params: personParams },
  async ({ ctx, params, request, services }) => {
    const person = await findLookedAfter(ctx, params.id);
    const isForOthers = !isOneself(ctx, person.id);
    const mayOpen = isForOthers && (await actorCoversEveryRole(ctx, person.id));
    const token = readFreshLink(request.headers.get('Cookie'));
    return {
      person: {
        id: person.id,
        name: fullName(person),
        login: person.login,
        suggested: person.linkLogin ?? person.email,
      },
      state: person.state,
      refusal: mayOpen ? null : isForOthers ? ('invite-above' as const) : ('invite-oneself' as const),
      linkUntil: person.linkExpiresAt ? dayOf(person.linkExpiresAt, ctx.timeZone) : null,
      freshLink: token ? `${services.config.origin}${paths.invitation(token)}` : null,
    };
  },
);

export const action = formAction(
  {
    need: 'account.invite',
    params: personParams,
    schema: inviteSchema,
    labels: { login: invitationText.login },
    sentences: invitationSentences,
  },
  async ({ ctx, params, input, services }) => {
    const token = await invite(ctx, { personId: params.id, login: input.login }, services.config);
    const isMailed = services.config.smtpUrl !== null && (await findLookedAfter(ctx, params.id)).email !== null;
    if (isMailed) services.wake('mail');
    const to = paths.invite(params.id);
    return {
      to,
      done: isMailed ? invitationText.madeAndMailed : invitationText.made,
      headers: [['Set-Cookie', freshLinkCookie(to, token, services.config.isSecure)]],
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${grantText.invite} — ${uiText.brand}` }];

export default function InvitePage() {
  const { person, state, refusal, linkUntil, freshLink } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const form = (
    <Form problem={problem} submit={invitationText.submit}>
      {person.login === null ? (
        <TextField
          name="login"
          label={invitationText.login}
          hint={invitationText.loginHint}
          defaultValue={person.suggested}
          maxLength={200}
          spellCheck={false}
        />
      ) : (
        <>
          <SummaryList rows={[{ key: invitationText.login, value: person.login }]} />
          <HiddenField name="login" value={person.login} />
        </>
      )}
    </Form>
  );
  return (
    <Page
      title={invitationText.title(person.name)}
      lede={state === 'open' ? invitationText.renew : invitationText.lede}
      back={{ href: paths.grants(person.id), text: grantText.title(person.name) }}
      narrow
    >
      {freshLink ? (
        <Card title={invitationText.copyTitle}>
          <CopyField label={invitationText.copyLabel} value={freshLink} hint={invitationText.copyHint} />
        </Card>
      ) : linkUntil && state === 'invited' ? (
        <p>{invitationText.earlier(formatDay(linkUntil))}</p>
      ) : null}
      {refusal ? (
        <DisabledAct text={invitationText.submit} reason={invitationSentences[refusal]} />
      ) : freshLink && !problem ? (
        <Details summary={invitationText.another}>{form}</Details>
      ) : (
        form
      )}
    </Page>
  );
}
