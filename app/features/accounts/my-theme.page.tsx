import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findOwnAccount } from './account.queries.server.ts';
import { themeSchema } from './account.schema.ts';
import { themeNames, ownAccountText as words } from './account.text.ts';
import { THEMES } from './account.ts';
import { chooseTheme } from './own-account.operations.server.ts';

/** How pages look for the person. */
export const loader = pageLoader({ need: 'signedIn' }, async ({ ctx }) => ({
  theme: (await findOwnAccount(ctx)).theme,
}));

export const action = formAction(
  { need: 'signedIn', schema: themeSchema, labels: { theme: words.appearance } },
  async ({ ctx, input }) => {
    await chooseTheme(ctx, input.theme);
    return { to: paths.myTheme(), done: words.themeSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${words.appearance} — ${uiText.brand}` }];

export default function MyThemePage() {
  const { theme } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={words.appearance}
      lede={words.appearanceLede}
      back={{ href: paths.mySessions(), text: words.toSessions }}
      narrow
    >
      <Form problem={problem}>
        <RadioField
          name="theme"
          label={words.appearance}
          defaultValue={theme}
          options={THEMES.map((value) => ({ value, text: themeNames[value] }))}
        />
      </Form>
    </Page>
  );
}
