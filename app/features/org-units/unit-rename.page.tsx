import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { renameUnit } from './unit.operations.server.ts';
import { findUnit } from './unit.queries.server.ts';
import { renameUnitSchema, unitParams } from './unit.schema.ts';
import { unitLabels, unitSentences, unitText } from './unit.text.ts';

/** A new name from a day on. */
export const loader = pageLoader({ need: 'unit.manage', params: unitParams }, async ({ ctx, params }) => {
  const { id, name, shortName, version } = await findUnit(ctx, params.id, 'unit.manage');
  return { unit: { id, name, shortName, version }, today: ctx.today };
});

export const action = formAction(
  { need: 'unit.manage', params: unitParams, schema: renameUnitSchema, labels: unitLabels, sentences: unitSentences },
  async ({ ctx, params, input }) => {
    await renameUnit(ctx, params.id, input);
    return { to: paths.unit(params.id), done: unitText.renamed };
  },
);

export const meta: MetaFunction = () => [{ title: `${unitText.rename} — ${uiText.brand}` }];

export default function UnitRenamePage() {
  const { unit, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={unitText.renameTitle(unit.shortName)}
      lede={unitText.renameHint}
      back={{ href: paths.unit(unit.id), text: unit.shortName }}
      narrow
    >
      <Form problem={problem} version={unit.version} submit={unitText.renameSubmit} cancel={paths.unit(unit.id)}>
        <TextField name="name" label={unitLabels.name} maxLength={300} defaultValue={unit.name} />
        <TextField name="shortName" label={unitLabels.shortName} maxLength={120} defaultValue={unit.shortName} />
        <DateField name="from" label={unitLabels.from} defaultValue={today} />
      </Form>
    </Page>
  );
}
