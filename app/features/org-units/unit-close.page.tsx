import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { closeUnit } from './unit.operations.server.ts';
import { findUnit } from './unit.queries.server.ts';
import { closeUnitSchema, unitParams } from './unit.schema.ts';
import { unitLabels, unitSentences, unitText } from './unit.text.ts';

/** The last day of a unit. */
export const loader = pageLoader({ need: 'unit.manage', params: unitParams }, async ({ ctx, params }) => {
  const { id, shortName, version } = await findUnit(ctx, params.id, 'unit.manage');
  return { unit: { id, shortName, version }, today: ctx.today };
});

export const action = formAction(
  { need: 'unit.manage', params: unitParams, schema: closeUnitSchema, labels: unitLabels, sentences: unitSentences },
  async ({ ctx, params, input }) => {
    await closeUnit(ctx, params.id, input);
    return { to: paths.unit(params.id), done: unitText.closed };
  },
);

export const meta: MetaFunction = () => [{ title: `${unitText.close} — ${uiText.brand}` }];

export default function UnitClosePage() {
  const { unit, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={unitText.closeTitle(unit.shortName)}
      lede={unitText.closeHint}
      back={{ href: paths.unit(unit.id), text: unit.shortName }}
      narrow
    >
      <Form problem={problem} version={unit.version} submit={unitText.closeSubmit} danger cancel={paths.unit(unit.id)}>
        <DateField name="endedOn" label={unitLabels.endedOn} defaultValue={today} />
      </Form>
    </Page>
  );
}
