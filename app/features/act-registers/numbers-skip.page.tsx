import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { numberSentences } from '../local-acts/act-number.text.ts';
import { journalNames } from '../local-acts/act-type.text.ts';
import { journalParams, skipSchema } from './act-registers.schema.ts';
import { registersText as t } from './act-registers.text.ts';
import { skipNumbers } from './numbering.operations.server.ts';
import { findJournal } from './numbering.queries.server.ts';

/** Numbers of a journal that are left out, with the reason. */
export const loader = pageLoader({ need: 'act.edit', params: journalParams }, async ({ ctx, params }) => {
  const year = Number(ctx.today.slice(0, 4));
  const { unit, journal } = await findJournal(ctx, params.unitId, params.journal, year);
  return { unitId: unit.id, journal, year };
});

export const action = formAction(
  { need: 'act.edit', params: journalParams, schema: skipSchema, labels: t.labels, sentences: numberSentences },
  async ({ ctx, params, input }) => {
    await skipNumbers(ctx, params, input);
    return { to: `${paths.numbering()}?unit=${params.unitId}`, done: t.skipped };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.skipTitle} — ${uiText.brand}` }];

export default function NumbersSkipPage() {
  const { unitId, journal, year } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const list = `${paths.numbering()}?unit=${unitId}`;
  return (
    <Page
      title={t.skipTitle}
      lede={`${journalNames[journal]}. ${t.skipLede}`}
      back={{ href: list, text: t.numberingTitle }}
      narrow
    >
      <Card>
        <Form problem={problem} cancel={list}>
          <NumberField name="year" label={t.labels.year} defaultValue={year} width="4" />
          <NumberField name="first" label={t.labels.first} width="5" />
          <NumberField name="last" label={t.labels.last} hint={t.lastHint} width="5" />
          <TextField name="reason" label={t.labels.reason} maxLength={300} />
        </Form>
      </Card>
    </Page>
  );
}
