import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findStaffList, listOrganisations } from './staff-list.queries.server.ts';
import { LEFT_OUT, listParams, MOST_NAMES, placeField, placesSchema } from './staff-list.schema.ts';
import { ruleAgainstCorrecting } from './staff-list.ts';
import { staffListSentences, staffListText } from './staff-list-import.text.ts';
import { placeOrganisations } from './staff-list-places.operations.server.ts';
import { unitsOfList } from './staff-list-places.server.ts';

/** The names of organisations in a file and where their people go. */
export const loader = pageLoader({ need: 'staffList.import', params: listParams }, async ({ ctx, params }) => {
  const list = await findStaffList(ctx, params.id);
  const names = await listOrganisations(ctx, list.id);
  return {
    list: { id: list.id, fileName: list.fileName, version: list.version, organisations: list.organisations },
    refusal: ruleAgainstCorrecting(list),
    names: names.map(({ nameInFile, people, unitId, isSkipped }) => ({
      nameInFile,
      people,
      place: isSkipped ? LEFT_OUT : (unitId ?? ''),
    })),
    units: (await unitsOfList(ctx.db, list)).map(({ id, shortName }) => ({ id, shortName })),
  };
});

export const action = formAction(
  {
    need: 'staffList.import',
    params: listParams,
    schema: placesSchema,
    labels: staffListText.labels,
    sentences: staffListSentences,
  },
  async ({ ctx, params, input }) => {
    await findStaffList(ctx, params.id);
    const answers: Readonly<Record<`place${number}`, string | undefined>> = input;
    // Names stand in the order of the page, which the version holds still.
    const places = (await listOrganisations(ctx, params.id)).flatMap(({ nameInFile }, index) => {
      const answer = answers[placeField(index)];
      if (!answer) return [];
      return [{ nameInFile, unitId: answer === LEFT_OUT ? null : answer }];
    });
    await placeOrganisations(ctx, params.id, { places, version: input.version });
    return { to: paths.staffList(params.id), done: staffListText.organisationsSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${staffListText.organisationsTitle} — ${uiText.brand}` }];

export default function StaffListOrganisationsPage() {
  const { list, refusal, names, units } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.staffList(list.id);
  const choices = [
    { value: LEFT_OUT, text: staffListText.leaveOut },
    ...units.map((unit) => ({ value: unit.id, text: unit.shortName })),
  ];
  return (
    <Page
      title={staffListText.organisationsTitle}
      lede={staffListText.organisationsLede}
      back={{ href: back, text: list.fileName }}
      narrow
    >
      {refusal && !problem ? (
        <Notice tone="warn">
          <p>{staffListSentences[refusal]}</p>
        </Notice>
      ) : names.length === 0 ? (
        <Empty>{staffListText.organisationsEmpty}</Empty>
      ) : (
        <Form problem={problem} version={list.version} submit={staffListText.organisationsSubmit} cancel={back}>
          {list.organisations > MOST_NAMES ? <p className="mute">{staffListText.moreNames}</p> : null}
          {names.map((name, index) => (
            <SelectField
              key={name.nameInFile}
              name={placeField(index)}
              label={name.nameInFile || staffListText.noOrganisation}
              hint={staffListText.peopleUnder(name.people)}
              autocomplete={units.length > 15}
              empty={staffListText.notDecided}
              defaultValue={name.place}
              options={choices}
            />
          ))}
        </Form>
      )}
    </Page>
  );
}
