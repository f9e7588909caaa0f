import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { newId } from '#app/core/ids.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { ButtonLink } from '#app/ui/ButtonLink.tsx';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { findOptionalOpenOffer, listSuggestions } from '../offers/offer.queries.server.ts';
import { offerText } from '../offers/offer.text.ts';
import { stepOfOffer } from '../offers/offer-step.ts';
import { OfferSuggestions } from '../offers/offer-suggestions.tsx';
import { findStepChoices } from './deficit.queries.server.ts';
import { findRoute } from './route.queries.server.ts';
import { planOfForm, stepAddQuery, stepSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { addStep } from './route-step.operations.server.ts';
import { StepFields } from './route-step-fields.tsx';

const need = ['route.edit', 'route.accompany'] as const;
const params = z.object({ id: id() });

/** A new step of the roadmap, by the owner or the tutor. */
export const loader = pageLoader({ need, params, query: stepAddQuery }, async ({ ctx, params, query }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayPlan) throw new NotFound('route');
  const { startedOn, endedOn } = route;
  const from = ctx.today > startedOn ? ctx.today : startedOn;
  const [choices, offer] = await Promise.all([
    findStepChoices(ctx, route.id),
    query.offer ? findOptionalOpenOffer(ctx, query.offer) : null,
  ]);
  const areas = choices.gaps.map(({ area }) => area);
  const suggestions = offer ? [] : await listSuggestions(ctx, areas);
  const step = offer && { id: offer.id, title: offer.title, ...stepOfOffer(offer, { areas, from, until: endedOn }) };
  return { id: route.id, startedOn, endedOn, from, onceKey: newId(), ...choices, step, suggestions };
});

export const action = formAction(
  { need, params, schema: stepSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, params, input, onceKey }) => {
    await addStep(ctx, params.id, planOfForm(input), onceKey);
    return { to: paths.route(params.id), done: routeText.stepAdded };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.addStepTitle} — ${uiText.brand}` }];

export default function RouteStepAddPage() {
  const { id, startedOn, endedOn, from, onceKey, gaps, isAgreed, step, suggestions } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={routeText.addStepTitle}
      lede={routeText.addStepLede(formatDay(startedOn), formatDay(endedOn))}
      back={{ href: paths.route(id), text: routeText.backToRoute }}
      narrow
    >
      <OfferSuggestions routeId={id} suggestions={suggestions} />
      <Card>
        {gaps.length === 0 ? (
          <NoGaps routeId={id} />
        ) : (
          <Form problem={problem} submit={routeText.addStep} cancel={paths.route(id)} once={onceKey} keep>
            {step ? (
              <>
                <p className="mute">{offerText.fromOffer(step.title)}</p>
                <HiddenField name="offerId" value={step.id} />
              </>
            ) : null}
            <StepFields
              gaps={gaps}
              isAgreed={isAgreed}
              step={step?.plan}
              startedOn={step?.startedOn ?? from}
              dueOn={step?.dueOn ?? undefined}
            />
          </Form>
        )}
      </Card>
    </Page>
  );
}

function NoGaps({ routeId }: { routeId: string }) {
  return (
    <>
      <p>{routeText.noGaps}</p>
      <ButtonLink href={paths.routeDiagnosis(routeId)} text={routeText.toDiagnosis} primary />
    </>
  );
}
