import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { openSurvey } from './needs-survey.operations.server.ts';
import { listSurveyUnits } from './needs-survey.queries.server.ts';
import { newSurveySchema } from './needs-survey.schema.ts';
import { surveySentences, surveyText as t } from './needs-survey.text.ts';
import { usualSurveyEnd } from './needs-survey.ts';

/** Opening a survey of needs. */
export const loader = pageLoader({ need: 'needsSurvey.manage' }, async ({ ctx }) => ({
  units: await listSurveyUnits(ctx),
  endedOn: usualSurveyEnd(ctx.today),
  onceKey: newId(),
}));

export const action = formAction(
  { need: 'needsSurvey.manage', schema: newSurveySchema, labels: t.labels, sentences: surveySentences },
  async ({ ctx, input, onceKey }) => {
    const { id } = await openSurvey(ctx, input, onceKey);
    return { to: paths.needsSurvey(id), done: t.opened };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.openTitle} — ${uiText.brand}` }];

export default function NeedsSurveyOpenPage() {
  const { units, endedOn, onceKey } = useLoaderData<typeof loader>();
  const back = paths.needsSurveys();
  return (
    <Page title={t.openTitle} lede={t.openLede} back={{ href: back, text: t.back }} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} once={onceKey} submit={t.open} cancel={back}>
          <SelectField
            name="unitId"
            label={t.labels.unitId}
            empty={null}
            defaultValue={units[0]?.id}
            options={units.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <DateField name="endedOn" label={t.labels.endedOn} defaultValue={endedOn} />
        </Form>
      </Card>
    </Page>
  );
}
