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
import { findStepChoices } from './deficit.queries.server.ts';
import { findStep } from './route.queries.server.ts';
import { planOfForm, stepEditSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { recordLook } from './route-look.server.ts';
import { editStep } from './route-step.operations.server.ts';
import { StepFields } from './route-step-fields.tsx';

const need = ['route.edit', 'route.accompany'] as const;
const params = z.object({ id: id() });

/** Changing the plan of an open step. */
export const loader = pageLoader({ need, params }, async ({ ctx, params }) => {
  const found = await findStep(ctx, params.id);
  if (!found.isOwner && !found.isTutor) throw new NotFound('step');
  const { routeId, personId, route, refusal, startedOn, dueOn, version, kind, area, title, expectedProduct } = found;
  const { goal, alternatives, choiceReason, organisation, registerNumber, hours } = found;
  const { presentationForm, presentationLevel, presentationPlace, presentedOn } = found;
  const learning = { goal, alternatives, choiceReason, organisation, registerNumber, hours };
  const presentation = { presentationForm, presentationLevel, presentationPlace, presentedOn };
  const [choices] = await Promise.all([
    findStepChoices(ctx, routeId),
    recordLook(ctx, { id: routeId, personId }, 'step'),
  ]);
  // The deficit it serves may have been closed meanwhile: it stays on offer.
  const gaps = area && !choices.gaps.some((gap) => gap.area === area) ? [{ area, description: '' }] : [];
  return {
    ...{ routeId, route, refusal, startedOn, dueOn, version, isAgreed: choices.isAgreed },
    gaps: [...gaps, ...choices.gaps],
    step: { kind, area, title, expectedProduct, ...learning, ...presentation },
  };
});

export const action = formAction(
  { need, params, schema: stepEditSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, params, input }) => {
    const { routeId } = await findStep(ctx, params.id);
    const { version, ...form } = input;
    await editStep(ctx, params.id, { ...planOfForm(form), version });
    return { to: paths.route(routeId), done: routeText.stepSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.editStepTitle} — ${uiText.brand}` }];

export default function RouteStepEditPage() {
  const { routeId, route, refusal, step, startedOn, dueOn, version, gaps, isAgreed } = useLoaderData<typeof loader>();
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
          <StepFields gaps={gaps} isAgreed={isAgreed} step={step} startedOn={startedOn} dueOn={dueOn} />
        </Form>
      </Card>
    </Page>
  );
}
