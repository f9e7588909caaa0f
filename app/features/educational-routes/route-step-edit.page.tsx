import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findStep } from './route.queries.server.ts';
import { stepEditSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { editStep } from './route-step.operations.server.ts';
import { StepFields } from './route-step-fields.tsx';

const need = ['route.edit', 'route.accompany'] as const;
const params = z.object({ id: id() });

/** Changing the plan of an open step. */
export const loader = pageLoader({ need, params }, async ({ ctx, params }) => {
  const { isOwner, isTutor, kind, area, title, expectedProduct, ...step } = await findStep(ctx, params.id);
  if (!isOwner && !isTutor) throw new NotFound('step');
  const { routeId, route, refusal, startedOn, dueOn, version } = step;
  return { routeId, route, refusal, step: { kind, area, title, expectedProduct }, startedOn, dueOn, version };
});

export const action = formAction(
  { need, params, schema: stepEditSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, params, input }) => {
    const { routeId } = await findStep(ctx, params.id);
    await editStep(ctx, params.id, input);
    return { to: paths.route(routeId), done: routeText.stepSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.editStepTitle} — ${uiText.brand}` }];

export default function RouteStepEditPage() {
  const { routeId, route, refusal, step, startedOn, dueOn, version } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={routeText.editStepTitle}
      lede={routeText.addStepLede(formatDay(route.startedOn), formatDay(route.endedOn))}
      back={{ href: paths.route(routeId), text: routeText.backToRoute }}
      narrow
    >
      <Card>
        <Form
          refusal={refusal && routeSentences[refusal]}
          problem={problem}
          version={version}
          cancel={paths.route(routeId)}
          keep
        >
          <StepFields step={step} startedOn={startedOn} dueOn={dueOn} />
        </Form>
      </Card>
    </Page>
  );
}
