import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { roleNames } from '#app/access/roles.text.ts';
import { ROLES } from '#app/access/roles.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { fullName } from '#app/features/people/person-name.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findLookedAfter } from './account.queries.server.ts';
import { grantRoleSchema, personParams } from './account.schema.ts';
import { grantRole } from './grant.operations.server.ts';
import { listGivingPlaces } from './grant.queries.server.ts';
import { grantLabels, grantSentences, grantText } from './grant.text.ts';

/** A new role for a person: only places and roles the viewer may give. */
export const loader = pageLoader({ need: 'grant.manage', params: personParams }, async ({ ctx, params }) => {
  const person = await findLookedAfter(ctx, params.id);
  if (!person.mayInvite) throw new NotFound('person');
  const places = await listGivingPlaces(ctx);
  const given = new Set(places.flatMap((place) => place.roles));
  return {
    person: { id: person.id, name: fullName(person), unitId: person.unitId },
    places: places.map(({ id, name }) => ({ id, name })),
    roles: ROLES.filter((role) => given.has(role)),
    today: ctx.today,
  };
});

export const action = formAction(
  {
    need: 'grant.manage',
    params: personParams,
    schema: grantRoleSchema,
    labels: grantLabels,
    sentences: grantSentences,
  },
  async ({ ctx, params, input }) => {
    await grantRole(ctx, { personId: params.id, ...input });
    return { to: paths.grants(params.id), done: grantText.given };
  },
);

export const meta: MetaFunction = () => [{ title: `${grantText.add} — ${uiText.brand}` }];

export default function GrantAddPage() {
  const { person, places, roles, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const home = places.find((place) => place.id === person.unitId) ?? (places.length === 1 ? places[0] : undefined);
  return (
    <Page
      title={grantText.addTitle(person.name)}
      back={{ href: paths.grants(person.id), text: grantText.title(person.name) }}
      narrow
    >
      {roles.length === 0 ? (
        <Empty>{grantText.nothingToGive}</Empty>
      ) : (
        <Form problem={problem} submit={grantText.addSubmit} cancel={paths.grants(person.id)}>
          <SelectField
            name="role"
            label={grantLabels.role}
            options={roles.map((role) => ({ value: role, text: roleNames[role] }))}
          />
          <SelectField
            name="unitId"
            label={grantLabels.unitId}
            autocomplete={places.length > 10}
            defaultValue={home?.id}
            options={places.map((place) => ({ value: place.id, text: place.name }))}
          />
          <DateField name="startedOn" label={grantLabels.startedOn} defaultValue={today} />
          <DateField name="endedOn" label={grantLabels.endedOn} optional />
        </Form>
      )}
    </Page>
  );
}
