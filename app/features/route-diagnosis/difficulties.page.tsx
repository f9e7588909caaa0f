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
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { tellDifficulties } from './route-diagnosis.operations.server.ts';
import { difficultiesSchema } from './route-diagnosis.schema.ts';
import { diagnosisSentences, diagnosisText } from './route-diagnosis.text.ts';
import { SELF_MARKS } from './route-diagnosis.ts';

const params = z.object({ id: id() });

/** Position 3: the owner marks every area and says what is hard. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayEdit) throw new NotFound('route');
  return { id: route.id };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: difficultiesSchema,
    labels: diagnosisText.labels,
    sentences: diagnosisSentences,
  },
  async ({ ctx, params, input }) => {
    const told = AREAS.map((area) => ({
      area,
      mark: input[`mark_${area}`],
      note: input[`note_${area}`] ?? '',
    }));
    await tellDifficulties(ctx, params.id, told);
    return { to: paths.routeDiagnosis(params.id), done: diagnosisText.difficultiesSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${diagnosisText.difficultiesTitle} — ${uiText.brand}` }];

const marks = SELF_MARKS.map((mark) => ({ value: String(mark), text: diagnosisText.marks[mark] ?? String(mark) }));

export default function DifficultiesPage() {
  const { id } = useLoaderData<typeof loader>();
  return (
    <Page
      title={diagnosisText.difficultiesTitle}
      lede={diagnosisText.difficultiesLede}
      back={{ href: paths.routeDiagnosis(id), text: diagnosisText.back }}
      narrow
    >
      <Card>
        <Form problem={useActionData<typeof action>()} cancel={paths.routeDiagnosis(id)} keep>
          {AREAS.map((area) => (
            <div key={area} className="pair-fields">
              <SelectField name={`mark_${area}`} label={areaNames[area]} options={marks} />
              <TextField name={`note_${area}`} label={diagnosisText.hardPart} maxLength={1000} optional />
            </div>
          ))}
        </Form>
      </Card>
    </Page>
  );
}
