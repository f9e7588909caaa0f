import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { RadioField } from '#app/ui/RadioField.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { STANDARDS } from '#reports/issue.ts';
import { outputStandardSchema, unitFilter } from './local-act.schema.ts';
import { actText } from './local-act.text.ts';
import { listOutputStandards, setOutputStandard } from './output-standard.operations.server.ts';
import { outputText } from './output-standard.text.ts';

/** By which standard an organisation's documents are printed. */
export const loader = pageLoader({ need: 'outputStandard.set', query: unitFilter }, async ({ ctx, query }) => {
  const units = await listOutputStandards(ctx);
  const unit = units.find(({ id }) => id === query.unitId) ?? units[0];
  if (!unit) throw new NotFound('unit');
  return { unit, units: units.map(({ id, name }) => ({ id, name })) };
});

export const action = formAction(
  { need: 'outputStandard.set', schema: outputStandardSchema, labels: outputText.labels },
  async ({ ctx, input }) => {
    await setOutputStandard(ctx, input);
    return { to: paths.outputStandardOf(input.unitId), done: outputText.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${outputText.title} — ${uiText.brand}` }];

export default function OutputStandardPage() {
  const { unit, units } = useLoaderData<typeof loader>();
  return (
    <Page title={outputText.title} lede={outputText.lede} back={{ href: paths.acts(), text: actText.back }} narrow>
      {units.length > 1 ? (
        <Tabs
          label={outputText.labels.unitId}
          items={units.map(({ id, name }) => ({
            href: paths.outputStandardOf(id),
            text: name,
            current: id === unit.id,
          }))}
        />
      ) : null}
      <Card>
        <Form problem={useActionData<typeof action>()} version={unit.version} cancel={paths.acts()}>
          <HiddenField name="unitId" value={unit.id} />
          <RadioField
            name="standard"
            label={outputText.labels.standard}
            defaultValue={unit.standard}
            options={STANDARDS.map((value) => ({ value, text: outputText.standards[value] }))}
          />
        </Form>
      </Card>
    </Page>
  );
}
