import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { moveUnit } from './unit.operations.server.ts';
import { findUnit, listPlaces } from './unit.queries.server.ts';
import { moveUnitSchema, unitParams } from './unit.schema.ts';
import { unitLabels, unitSentences, unitText } from './unit.text.ts';
import { kindsAbove } from './unit.ts';

/** Another parent from a day on. */
export const loader = pageLoader({ need: 'unit.manage', params: unitParams }, async ({ ctx, params }) => {
  const unit = await findUnit(ctx, params.id, 'unit.manage');
  const { id, shortName, version } = unit;
  return {
    unit: { id, shortName, version },
    places: await listPlaces(ctx, unit, kindsAbove(unit.kind)),
    today: ctx.today,
  };
});

export const action = formAction(
  { need: 'unit.manage', params: unitParams, schema: moveUnitSchema, labels: unitLabels, sentences: unitSentences },
  async ({ ctx, params, input }) => {
    await moveUnit(ctx, params.id, input);
    return { to: paths.unit(params.id), done: unitText.moved };
  },
);

export const meta: MetaFunction = () => [{ title: `${unitText.move} — ${uiText.brand}` }];

export default function UnitMovePage() {
  const { unit, places, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={unitText.moveTitle(unit.shortName)}
      lede={unitText.moveHint}
      back={{ href: paths.unit(unit.id), text: unit.shortName }}
      narrow
    >
      {places.length === 0 ? (
        <Empty>{unitText.nowhereToMove}</Empty>
      ) : (
        <Form problem={problem} version={unit.version} submit={unitText.moveSubmit} cancel={paths.unit(unit.id)}>
          <SelectField
            name="parentId"
            label={unitLabels.parentId}
            autocomplete
            options={places.map((place) => ({ value: place.id, text: place.name }))}
          />
          <DateField name="from" label={unitLabels.from} defaultValue={today} />
        </Form>
      )}
    </Page>
  );
}
