import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { NotFound } from '#app/access/refusals.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { listKeepers } from '../directories/directory.queries.server.ts';
import { addReference } from './legal-reference.operations.server.ts';
import { listReplaceable } from './legal-reference.queries.server.ts';
import { addReferenceSchema } from './legal-reference.schema.ts';
import { legalSentences, legalText as t } from './legal-reference.text.ts';

const need = 'directory.manage';

/** A legal act for all, or for one region. */
export const loader = pageLoader({ need }, async ({ ctx }) => {
  const keepers = await listKeepers(ctx);
  if (keepers.length === 0) throw new NotFound('keeper of directories');
  return { keepers, known: await listReplaceable(ctx), onceKey: newId(), today: ctx.today };
});

export const action = formAction(
  { need, schema: addReferenceSchema, labels: t.labels, sentences: legalSentences },
  async ({ ctx, input, onceKey }) => {
    const { unitId, ...act } = input;
    await addReference(ctx, unitId, act, onceKey);
    return { to: paths.legalReferences(), done: t.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.addTitle} — ${uiText.brand}` }];

export default function LegalReferenceAddPage() {
  const { keepers, known, onceKey, today } = useLoaderData<typeof loader>();
  const back = paths.legalReferences();
  return (
    <Page title={t.addTitle} lede={t.addLede} back={{ href: back, text: t.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} once={onceKey} submit={t.save} cancel={back}>
          <SelectField
            name="unitId"
            label={t.labels.unitId}
            empty={null}
            defaultValue={keepers[0]?.unitId}
            options={keepers.map(({ unitId, name }) => ({ value: unitId, text: name }))}
          />
          <TextField name="title" label={t.labels.title} maxLength={500} />
          <TextField name="citation" label={t.labels.citation} hint={t.citationHint} maxLength={500} />
          <TextField name="number" label={t.labels.number} width="10" maxLength={50} />
          <DateField name="datedOn" label={t.labels.datedOn} />
          <DateField name="startedOn" label={t.labels.startedOn} defaultValue={today} />
          <SelectField
            name="replaces"
            label={t.labels.replaces}
            empty={t.replacesNone}
            optional
            autocomplete
            options={known.map(({ code, title, number }) => ({ value: code, text: `${title}, № ${number}` }))}
          />
        </Form>
      </Card>
    </Page>
  );
}
