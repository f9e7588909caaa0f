import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { CheckboxField } from '#app/ui/CheckboxField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { areaNames } from '../people/competence-area.text.ts';
import { AREAS } from '../people/competence-area.ts';
import { listShares } from './route-diagnosis.queries.server.ts';
import { shareSchema } from './route-diagnosis.schema.ts';
import { diagnosisSentences, diagnosisText } from './route-diagnosis.text.ts';
import { shareAreas } from './route-share.operations.server.ts';

const params = z.object({ id: id() });

/** The owner says which areas of the diagnosis curator and mentor see. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.isOwner) throw new NotFound('route');
  return { id: route.id, shown: await listShares(ctx, params.id) };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: shareSchema,
    labels: diagnosisText.labels,
    sentences: diagnosisSentences,
  },
  async ({ ctx, params, input }) => {
    await shareAreas(
      ctx,
      params.id,
      AREAS.filter((area) => input.showAll || input[`show_${area}`]),
    );
    return { to: paths.routeDiagnosis(params.id), done: diagnosisText.shareSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${diagnosisText.shareTitle} — ${uiText.brand}` }];

export default function SharePage() {
  const { id, shown } = useLoaderData<typeof loader>();
  return (
    <Page
      title={diagnosisText.shareTitle}
      lede={diagnosisText.shareLede}
      back={{ href: paths.routeDiagnosis(id), text: diagnosisText.back }}
      narrow
    >
      <Card>
        <Form problem={useActionData<typeof action>()} cancel={paths.routeDiagnosis(id)}>
          <CheckboxField
            name="showAll"
            label={diagnosisText.showAll}
            hint={diagnosisText.showAllHint}
            defaultChecked={shown.length === AREAS.length}
          />
          {AREAS.map((area) => (
            <CheckboxField
              key={area}
              name={`show_${area}`}
              label={areaNames[area]}
              defaultChecked={shown.includes(area)}
            />
          ))}
        </Form>
      </Card>
    </Page>
  );
}
