import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { roleNames } from '#app/access/roles.text.ts';
import { ROLES } from '#app/access/roles.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { officialSchema } from './account.schema.ts';
import { accountText, officialLabels as labels } from './account.text.ts';
import { listGivingPlaces } from './grant.queries.server.ts';
import { grantSentences, grantText } from './grant.text.ts';
import { invitationSentences } from './invitation.text.ts';
import { freshLinkCookie } from './invitation-token.server.ts';
import { addOfficial } from './official.operations.server.ts';

/** Somebody who is on no staff list, with a first role and a link to a first password. */
export const loader = pageLoader({ need: 'account.add' }, async ({ ctx }) => {
  const places = await listGivingPlaces(ctx);
  const given = new Set(places.flatMap((place) => place.roles));
  return {
    places: places.map(({ id, name }) => ({ id, name })),
    roles: ROLES.filter((role) => given.has(role)),
    today: ctx.today,
    once: newId(),
  };
});

export const action = formAction(
  {
    need: 'account.add',
    schema: officialSchema,
    labels,
    sentences: { ...grantSentences, ...invitationSentences },
  },
  async ({ ctx, input, services, onceKey }) => {
    const official = { ...input, email: input.email || null };
    const { personId, token } = await addOfficial(ctx, official, services.config, onceKey);
    if (token === null) return { to: paths.grants(personId), done: accountText.officialAddedAgain };
    if (services.config.smtpUrl !== null) services.wake('mail');
    const to = paths.invite(personId);
    const cookie = freshLinkCookie(to, token, services.config.isSecure);
    return { to, done: accountText.officialAdded, headers: [['Set-Cookie', cookie]] };
  },
);

export const meta: MetaFunction = () => [{ title: `${accountText.officialTitle} — ${uiText.brand}` }];

export default function OfficialPage() {
  const { places, roles, today, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={accountText.officialTitle}
      lede={accountText.officialLede}
      back={{ href: paths.accounts(), text: grantText.back }}
      narrow
    >
      <Form problem={problem} once={once} submit={accountText.officialSubmit} cancel={paths.accounts()}>
        <TextField name="lastName" label={labels.lastName} maxLength={100} />
        <TextField name="firstName" label={labels.firstName} maxLength={100} />
        <TextField name="middleName" label={labels.middleName} maxLength={100} optional />
        <TextField name="email" label={labels.email} type="email" maxLength={200} optional />
        <TextField name="login" label={labels.login} maxLength={200} spellCheck={false} />
        <SelectField
          name="unitId"
          label={labels.unitId}
          autocomplete
          options={places.map((place) => ({ value: place.id, text: place.name }))}
        />
        <SelectField
          name="role"
          label={labels.role}
          options={roles.map((role) => ({ value: role, text: roleNames[role] }))}
        />
        <DateField name="startedOn" label={labels.startedOn} defaultValue={today} />
      </Form>
    </Page>
  );
}
