import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { actTemplate } from '../local-acts/act-templates.server.ts';
import { addConsentText } from './consent-text.operations.server.ts';
import { listTextKeepers } from './consent-text.queries.server.ts';
import { consentTextSchema, purposeParams } from './consent-text.schema.ts';
import { consentTextSentences, purposeNames, consentTextText as t } from './consent-text.text.ts';
import { builtInPoints } from './own-points.ts';
import { findTextInForce } from './text-in-force.server.ts';

const need = 'consentText.manage';

/** A text of one's own in place of the one in force, whose points stand there as the beginning. */
export const loader = pageLoader({ need, params: purposeParams }, async ({ ctx, params }) => {
  const keepers = await listTextKeepers(ctx);
  const [keeper] = keepers;
  const place = { unitId: keeper?.id ?? '', regionId: keeper?.regionId ?? null };
  const text = keeper ? await findTextInForce(ctx, params.purpose, place, ctx.today) : null;
  const points = text?.points ?? (text ? builtInPoints(params.purpose, actTemplate(text.type)) : []);
  return {
    purpose: params.purpose,
    keepers: keepers.map(({ id, name }) => ({ id, name })),
    body: points.join('\n'),
    today: ctx.today,
    onceKey: newId(),
  };
});

export const action = formAction(
  { need, params: purposeParams, schema: consentTextSchema, labels: t.labels, sentences: consentTextSentences },
  async ({ ctx, params, input, onceKey }) => {
    await addConsentText(ctx, { purpose: params.purpose, ...input }, onceKey);
    return { to: paths.consentTexts(), done: t.added };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.title} — ${uiText.brand}` }];

export default function ConsentTextAddPage() {
  const { purpose, keepers, body, today, onceKey } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [keeper] = keepers;
  return (
    <Page
      title={t.addTitle(purposeNames[purpose])}
      lede={t.addLede}
      back={{ href: paths.consentTexts(), text: t.title }}
      narrow
    >
      <Card>
        <Form problem={problem} once={onceKey} keep cancel={paths.consentTexts()}>
          {keeper && keepers.length === 1 ? (
            <HiddenField name="unitId" value={keeper.id} />
          ) : (
            <SelectField
              name="unitId"
              label={t.labels.unitId}
              options={keepers.map(({ id, name }) => ({ value: id, text: name }))}
            />
          )}
          <TextArea name="body" label={t.labels.body} rows={12} maxLength={8000} defaultValue={body} />
          <DateField name="startedOn" label={t.labels.startedOn} defaultValue={today} />
          <DateField name="endedOn" label={t.labels.endedOn} hint={t.endHint} optional />
        </Form>
      </Card>
    </Page>
  );
}
