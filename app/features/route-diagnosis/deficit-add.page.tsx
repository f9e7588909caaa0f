import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { nameDeficit } from './route-diagnosis.operations.server.ts';
import { deficitSchema } from './route-diagnosis.schema.ts';
import { diagnosisSentences, diagnosisText } from './route-diagnosis.text.ts';

const need = ['route.edit', 'route.accompany'] as const;
const params = z.object({ id: id() });

/** Owner or tutor names a deficit that no diagnosis has shown. */
export const loader = pageLoader({ need, params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayPlan) throw new NotFound('route');
  return { id: route.id };
});

export const action = formAction(
  { need, params, schema: deficitSchema, labels: diagnosisText.labels, sentences: diagnosisSentences },
  async ({ ctx, params, input }) => {
    await nameDeficit(ctx, params.id, input);
    return { to: paths.routeDiagnosis(params.id), done: diagnosisText.deficitSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${diagnosisText.deficitTitle} — ${uiText.brand}` }];

export default function DeficitAddPage() {
  const { id } = useLoaderData<typeof loader>();
  const { labels } = diagnosisText;
  return (
    <Page
      title={diagnosisText.deficitTitle}
      lede={diagnosisText.deficitLede}
      back={{ href: paths.routeDiagnosis(id), text: diagnosisText.back }}
      narrow
    >
      <Card>
        <Form problem={useActionData<typeof action>()} cancel={paths.routeDiagnosis(id)} keep>
          <SelectField
            name="area"
            label={labels.area}
            options={AREAS.map((area) => ({ value: area, text: areaNames[area] }))}
          />
          <TextArea name="description" label={labels.description} rows={3} maxLength={500} />
        </Form>
      </Card>
    </Page>
  );
}
