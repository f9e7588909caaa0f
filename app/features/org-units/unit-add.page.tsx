import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { addUnit } from './unit.operations.server.ts';
import { findUnit } from './unit.queries.server.ts';
import { addUnitSchema, unitParams } from './unit.schema.ts';
import { kindNames, timeZoneNames, unitLabels, unitSentences, unitText } from './unit.text.ts';
import { kindsUnder, TIME_ZONES } from './unit.ts';

/** A new unit under this one. */
export const loader = pageLoader({ need: 'unit.add', params: unitParams }, async ({ ctx, params }) => {
  const parent = await findUnit(ctx, params.id, 'unit.add');
  return {
    parent: { id: parent.id, name: parent.name, timeZone: parent.timeZone },
    kinds: parent.endedOn === null ? kindsUnder(parent.kind) : [],
    today: ctx.today,
    once: newId(),
  };
});

export const action = formAction(
  { need: 'unit.add', params: unitParams, schema: addUnitSchema, labels: unitLabels, sentences: unitSentences },
  async ({ ctx, params, input, onceKey }) => {
    const { id } = await addUnit(ctx, { parentId: params.id, ...input }, onceKey);
    return { to: paths.unit(id), done: unitText.added(input.shortName) };
  },
);

export const meta: MetaFunction = () => [{ title: `${unitText.add} — ${uiText.brand}` }];

export default function UnitAddPage() {
  const { parent, kinds, today, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page title={unitText.addTitle(parent.name)} back={{ href: paths.unit(parent.id), text: parent.name }} narrow>
      {kinds.length === 0 ? (
        <Empty>{unitText.nothingToAdd}</Empty>
      ) : (
        <Form problem={problem} once={once} submit={unitText.addSubmit} cancel={paths.unit(parent.id)}>
          <SelectField
            name="kind"
            label={unitLabels.kind}
            options={kinds.map((kind) => ({ value: kind, text: kindNames[kind] }))}
          />
          <TextField name="name" label={unitLabels.name} maxLength={300} />
          <TextField name="shortName" label={unitLabels.shortName} maxLength={120} />
          <DateField name="startedOn" label={unitLabels.startedOn} defaultValue={today} />
          <SelectField
            name="timeZone"
            label={unitLabels.timeZone}
            empty={null}
            defaultValue={parent.timeZone}
            options={TIME_ZONES.map((zone) => ({ value: zone, text: timeZoneNames[zone] }))}
          />
        </Form>
      )}
    </Page>
  );
}
