import type { MetaFunction } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { invitationSentences, passwordSentences, passwordText } from '#app/features/accounts/invitation.text.ts';
import { browserOf, openSession } from '#app/features/accounts/sign-in.operations.server.ts';
import { kindNames, timeZoneNames } from '#app/features/org-units/unit.text.ts';
import { ORGANISATION_KINDS, TIME_ZONES } from '#app/features/org-units/unit.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { PasswordField } from '#app/ui/PasswordField.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { setUpInstallation } from './installation.operations.server.ts';
import { assertFirstRun } from './installation.queries.server.ts';
import { setUpSchema } from './installation.schema.ts';
import { firstRunText, installationSentences, setUpLabels as labels } from './installation.text.ts';

/** Region, municipality, organisation and first administrator in one form. */
export const loader = pageLoader({ need: 'public' }, async ({ ctx }) => {
  await assertFirstRun(ctx.db);
  return null;
});

export const action = formAction(
  {
    need: 'public',
    schema: setUpSchema,
    labels,
    sentences: { ...passwordSentences, ...invitationSentences, ...installationSentences },
  },
  async ({ ctx, input, request, services }) => {
    await assertFirstRun(ctx.db);
    const account = await setUpInstallation(services, input);
    const cookie = await openSession(ctx, account, browserOf(request, services.config.isSecure));
    return { to: paths.home(), done: firstRunText.done, headers: [['Set-Cookie', cookie]] };
  },
);

export const meta: MetaFunction = () => [{ title: `${firstRunText.formTitle} — ${uiText.brand}` }];

export default function SetUpPage() {
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={firstRunText.formTitle}
      lede={firstRunText.formLede}
      back={{ href: paths.firstRun(), text: firstRunText.back }}
      narrow
    >
      <Form problem={problem} submit={firstRunText.submit}>
        <h2>{firstRunText.place}</h2>
        <TextField name="regionName" label={labels.regionName} maxLength={120} />
        <SelectField
          name="timeZone"
          label={labels.timeZone}
          empty={null}
          defaultValue="Europe/Moscow"
          options={TIME_ZONES.map((zone) => ({ value: zone, text: timeZoneNames[zone] }))}
        />
        <TextField name="municipalityName" label={labels.municipalityName} maxLength={120} />
        <SelectField
          name="organisationKind"
          label={labels.organisationKind}
          empty={null}
          defaultValue="school"
          options={ORGANISATION_KINDS.map((kind) => ({ value: kind, text: kindNames[kind] }))}
        />
        <TextField name="organisationName" label={labels.organisationName} maxLength={120} />
        <h2>{firstRunText.administrator}</h2>
        <TextField name="lastName" label={labels.lastName} maxLength={100} autoComplete="family-name" />
        <TextField name="firstName" label={labels.firstName} maxLength={100} autoComplete="given-name" />
        <TextField
          name="middleName"
          label={labels.middleName}
          maxLength={100}
          optional
          autoComplete="additional-name"
        />
        <TextField
          name="login"
          label={labels.login}
          hint={firstRunText.loginHint}
          maxLength={200}
          autoComplete="username"
          spellCheck={false}
        />
        <PasswordField
          name="password"
          label={labels.password}
          hint={passwordText.passwordHint}
          autoComplete="new-password"
        />
        <PasswordField name="repeat" label={labels.repeat} autoComplete="new-password" />
      </Form>
    </Page>
  );
}
