import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { actTypes } from '../local-acts/act-type.ts';
import { actSentences } from '../local-acts/local-act.text.ts';
import { paperActSchema, placeSchema } from './act-registers.schema.ts';
import { paperActSentences, registersText as t } from './act-registers.text.ts';
import { findKeptUnits } from './numbering.queries.server.ts';
import { registerPaperAct } from './paper-act.operations.server.ts';

/** An act made on paper comes into the register. */
export const loader = pageLoader({ need: 'act.edit', query: placeSchema }, async ({ ctx, query }) => {
  const { unit } = await findKeptUnits(ctx, query.unit);
  if (!unit) throw new NotFound('unit');
  return { unit, once: newId() };
});

export const action = formAction(
  {
    need: 'act.edit',
    schema: paperActSchema,
    labels: t.labels,
    sentences: { ...actSentences, ...paperActSentences },
  },
  async ({ ctx, input, onceKey }) => {
    const { unitId, ...act } = input;
    const { id } = await registerPaperAct(ctx, unitId, act, onceKey);
    return { to: paths.act(id), done: t.paperSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.paperTitle} — ${uiText.brand}` }];

export default function PaperActPage() {
  const { unit, once } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const kinds = actTypes.filter(({ keptIn, code }) => keptIn === 'local_act' && code !== 'assignment_order');
  const list = `${paths.numbering()}?unit=${unit.id}`;
  return (
    <Page
      title={t.paperTitle}
      lede={`${unit.name}. ${t.paperLede}`}
      back={{ href: list, text: t.numberingTitle }}
      narrow
    >
      <Card>
        <Form problem={problem} once={once} cancel={list}>
          <HiddenField name="unitId" value={unit.id} />
          <SelectField
            name="kind"
            label={t.labels.kind}
            options={kinds.map(({ code, title }) => ({ value: code, text: title }))}
          />
          <TextField name="heading" label={t.labels.heading} maxLength={300} />
          <TextField name="number" label={t.labels.number} width="10" maxLength={50} />
          <DateField name="registeredOn" label={t.labels.registeredOn} />
          <DateField name="inForceOn" label={t.labels.inForceOn} />
        </Form>
      </Card>
    </Page>
  );
}
