import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { roleNames } from '#app/access/roles.text.ts';
import { RuleBroken } from '#app/core/errors.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { fullName } from '#app/features/people/person-name.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findLookedAfter } from './account.queries.server.ts';
import { endGrantSchema, grantParams } from './account.schema.ts';
import { endGrant, withdrawGrant } from './grant.operations.server.ts';
import { findGrant } from './grant.queries.server.ts';
import { grantLabels, grantSentences, grantText } from './grant.text.ts';

/** The end of a role: at once or on a last day. */
export const loader = pageLoader({ need: 'grant.manage', params: grantParams }, async ({ ctx, params }) => {
  const { id, role, unitName, endedOn, version, personId } = await findGrant(ctx, params.id);
  const person = await findLookedAfter(ctx, personId);
  return { grant: { id, role, unitName, endedOn, version }, person: { id: personId, name: fullName(person) } };
});

export const action = formAction(
  { need: 'grant.manage', params: grantParams, schema: endGrantSchema, labels: grantLabels, sentences: grantSentences },
  async ({ ctx, params, input }) => {
    const { personId } = await findGrant(ctx, params.id);
    if (input.when === 'now') await withdrawGrant(ctx, params.id, { version: input.version });
    else if (input.endedOn) await endGrant(ctx, params.id, { endedOn: input.endedOn, version: input.version });
    else throw new RuleBroken('grant-day-missing', 'endedOn');
    return { to: paths.grants(personId), done: grantText.ended };
  },
);

export const meta: MetaFunction = () => [{ title: `${grantText.end} — ${uiText.brand}` }];

export default function GrantEndPage() {
  const { grant, person } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={grantText.endTitle(roleNames[grant.role], person.name)}
      lede={grant.unitName}
      back={{ href: paths.grants(person.id), text: grantText.title(person.name) }}
      narrow
    >
      <Form
        problem={problem}
        version={grant.version}
        submit={grantText.endSubmit}
        danger
        cancel={paths.grants(person.id)}
      >
        <RadioField
          name="when"
          label={grantLabels.when}
          defaultValue="now"
          options={[
            { value: 'now', text: grantText.whenNow, hint: grantText.whenNowHint },
            { value: 'day', text: grantText.whenDay },
          ]}
        />
        <DateField name="endedOn" label={grantLabels.endedOn} optional defaultValue={grant.endedOn} />
      </Form>
    </Page>
  );
}
