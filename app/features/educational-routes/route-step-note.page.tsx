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
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findStep } from './route.queries.server.ts';
import { noteStepSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { recordLook } from './route-look.server.ts';
import { noteStep } from './route-step.operations.server.ts';
import { stepRows } from './route-step-rows.tsx';

const params = z.object({ id: id() });

/** The tutor reads a step with its product and leaves a note. */
export const loader = pageLoader({ need: 'route.accompany', params }, async ({ ctx, params }) => {
  const { isTutor, routeId, owner, title, kind, area, expectedProduct, startedOn, dueOn, ...step } = await findStep(
    ctx,
    params.id,
  );
  if (!isTutor) throw new NotFound('step');
  const { product, productLink, attitude, tutorNote, version, isRouteActive, personId, goal, organisation } = step;
  const { registerNumber, hours } = step;
  await recordLook(ctx, { id: routeId, personId }, 'step');
  return {
    routeId,
    owner,
    tutorNote,
    version,
    refusal: isRouteActive ? null : routeSentences['route-not-active'],
    step: {
      ...{ title, kind, area, expectedProduct, startedOn, dueOn, product, productLink, attitude },
      ...{ goal, organisation, registerNumber, hours },
    },
  };
});

export const action = formAction(
  { need: 'route.accompany', params, schema: noteStepSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, params, input }) => {
    const { routeId } = await findStep(ctx, params.id);
    await noteStep(ctx, params.id, input);
    return { to: paths.route(routeId), done: routeText.stepNoted };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.noteStepTitle} — ${uiText.brand}` }];

export default function RouteStepNotePage() {
  const { routeId, owner, step, tutorNote, version, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={routeText.noteStepTitle}
      lede={owner}
      back={{ href: paths.route(routeId), text: routeText.backToRoute }}
      narrow
    >
      <Card title={step.title}>
        <SummaryList rows={stepRows(step)} />
        <Form refusal={refusal} problem={problem} version={version} cancel={paths.route(routeId)} keep>
          <TextArea name="note" label={routeText.labels.note} defaultValue={tutorNote} rows={6} />
        </Form>
      </Card>
    </Page>
  );
}
