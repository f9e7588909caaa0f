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
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { tellStrengths } from './route-diagnosis.operations.server.ts';
import { listAreaDiagnoses } from './route-diagnosis.queries.server.ts';
import { strengthsSchema } from './route-diagnosis.schema.ts';
import { diagnosisSentences, diagnosisText } from './route-diagnosis.text.ts';

const params = z.object({ id: id() });

/** Position 2: the owner tells achievements and resources, area by area. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayEdit) throw new NotFound('route');
  const areas = await listAreaDiagnoses(ctx, params.id);
  return { id: route.id, told: areas.map(({ area, strength }) => ({ area, strength })) };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: strengthsSchema,
    labels: diagnosisText.labels,
    sentences: diagnosisSentences,
  },
  async ({ ctx, params, input }) => {
    const told = AREAS.map((area) => ({
      area,
      note: input[`note_${area}`] ?? '',
      evidence: input[`evidence_${area}`] ?? '',
    }));
    await tellStrengths(ctx, params.id, told);
    return { to: paths.routeDiagnosis(params.id), done: diagnosisText.strengthsSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${diagnosisText.strengthsTitle} — ${uiText.brand}` }];

export default function StrengthsPage() {
  const { id, told } = useLoaderData<typeof loader>();
  return (
    <Page
      title={diagnosisText.strengthsTitle}
      lede={diagnosisText.strengthsLede}
      back={{ href: paths.routeDiagnosis(id), text: diagnosisText.back }}
      narrow
    >
      <Card>
        <Form problem={useActionData<typeof action>()} cancel={paths.routeDiagnosis(id)} keep>
          {told.map(({ area, strength }) => (
            <div key={area}>
              <TextArea name={`note_${area}`} label={areaNames[area]} rows={2} defaultValue={strength?.note} optional />
              <TextField
                name={`evidence_${area}`}
                label={diagnosisText.confirms}
                maxLength={500}
                defaultValue={strength?.evidence}
                optional
              />
            </div>
          ))}
        </Form>
      </Card>
    </Page>
  );
}
