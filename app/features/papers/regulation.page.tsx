import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { unitsWhere } from '#app/access/can.server.ts';
import { optionalId } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Empty } from '#app/ui/Empty.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Tabs } from '#app/ui/Tabs.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listRegulations } from './missing-papers.queries.server.ts';
import { regulationSchema } from './papers.schema.ts';
import { regulationSentences, papersText as t } from './papers.text.ts';
import { recordRegulation } from './regulation.operations.server.ts';

const need = 'regulation.record';

/** By which order the organisation's regulation on mentoring is in force. */
export const loader = pageLoader(
  { need, query: z.object({ unit: optionalId().catch(null) }) },
  async ({ ctx, query }) => {
    const units = await listRegulations(ctx, await unitsWhere(ctx, need));
    return { units, unitId: units.find(({ id }) => id === query.unit)?.id ?? units[0]?.id ?? null };
  },
);

export const action = formAction(
  { need, schema: regulationSchema, labels: t.regulationLabels, sentences: regulationSentences },
  async ({ ctx, input }) => {
    const { unitId, ...regulation } = input;
    await recordRegulation(ctx, unitId, regulation);
    return { to: paths.missingPapers(), done: t.regulationSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.regulationTitle} — ${uiText.brand}` }];

export default function RegulationPage() {
  const { units, unitId } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.missingPapers(), text: t.title };
  const unit = units.find(({ id }) => id === unitId);
  if (!unit) {
    return (
      <Page title={t.regulationTitle} back={back} narrow>
        <Empty>{t.noUnit}</Empty>
      </Page>
    );
  }
  return (
    <Page title={t.regulationTitle} lede={t.regulationLede(unit.name)} back={back} narrow>
      {units.length > 1 ? (
        <Tabs
          label={t.unit}
          items={units.map(({ id, name }) => ({
            href: `${paths.regulations()}?unit=${id}`,
            text: name,
            current: id === unitId,
          }))}
        />
      ) : null}
      {unit.orderNumber && unit.approvedOn && unit.startedOn ? (
        <Notice>{t.inForce(unit.orderNumber, unit.approvedOn, unit.startedOn)}</Notice>
      ) : null}
      <Card>
        <Form problem={problem} cancel={paths.missingPapers()}>
          <HiddenField name="unitId" value={unit.id} />
          <TextField name="orderNumber" label={t.regulationLabels.orderNumber} width="10" maxLength={50} />
          <DateField name="approvedOn" label={t.regulationLabels.approvedOn} />
          <TextField
            name="minutes"
            label={t.regulationLabels.minutes}
            hint={t.minutesHint}
            maxLength={200}
            defaultValue={unit.minutes ?? ''}
            optional
          />
          <DateField name="startedOn" label={t.regulationLabels.startedOn} />
        </Form>
      </Card>
    </Page>
  );
}
