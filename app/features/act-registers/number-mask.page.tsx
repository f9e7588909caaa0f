import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { numberSentences } from '../local-acts/act-number.text.ts';
import { journalNames } from '../local-acts/act-type.text.ts';
import { journalParams, maskSchema } from './act-registers.schema.ts';
import { paperActSentences, registersText as t } from './act-registers.text.ts';
import { setMask } from './numbering.operations.server.ts';
import { findJournal } from './numbering.queries.server.ts';

/** How numbers of a journal look from now on. */
export const loader = pageLoader({ need: 'act.edit', params: journalParams }, async ({ ctx, params }) => {
  const year = Number(ctx.today.slice(0, 4));
  const { unit, journal, mask, version, next } = await findJournal(ctx, params.unitId, params.journal, year);
  return { unitId: unit.id, journal, mask, version, next };
});

export const action = formAction(
  {
    need: 'act.edit',
    params: journalParams,
    schema: maskSchema,
    labels: t.labels,
    sentences: { ...numberSentences, ...paperActSentences },
  },
  async ({ ctx, params, input }) => {
    await setMask(ctx, params, input);
    return { to: `${paths.numbering()}?unit=${params.unitId}`, done: t.maskSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.maskTitle} — ${uiText.brand}` }];

export default function NumberMaskPage() {
  const { unitId, journal, mask, version, next } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const list = `${paths.numbering()}?unit=${unitId}`;
  return (
    <Page
      title={t.maskTitle}
      lede={t.maskLede(journalNames[journal], next)}
      back={{ href: list, text: t.numberingTitle }}
      narrow
    >
      <Card>
        <Form problem={problem} version={version} cancel={list}>
          <TextField
            name="mask"
            label={t.labels.mask}
            hint={t.maskHint}
            width="20"
            maxLength={30}
            defaultValue={mask}
          />
        </Form>
      </Card>
    </Page>
  );
}
