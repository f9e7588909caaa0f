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
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute, listPositions } from './route.queries.server.ts';
import { completePositionSchema } from './route.schema.ts';
import { positionHints, positionNames, routeSentences, routeText } from './route.text.ts';
import { countContents } from './route-contents.queries.server.ts';
import { completePosition } from './route-position.operations.server.ts';
import { positionNumber, ruleAgainstCompleting } from './route-position.ts';

const position = z
  .string()
  .regex(/^[1-7]$/)
  .transform((text) => positionNumber(Number(text)) ?? 1);
const params = z.object({ id: id(), position });

/** The owner completes a position with what was found or decided. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayEdit) throw new NotFound('route');
  const [positions, contents] = await Promise.all([
    listPositions(ctx, params.id),
    countContents(ctx, params.id, route.targetImage ?? ''),
  ]);
  const refusal = ruleAgainstCompleting(positions, params.position, contents);
  return { id: route.id, position: params.position, refusal: refusal ? routeSentences[refusal] : null };
});

export const action = formAction(
  { need: 'route.edit', params, schema: completePositionSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, params, input }) => {
    await completePosition(ctx, params.id, { position: params.position, note: input.note });
    return {
      to: paths.route(params.id),
      done: params.position === 7 ? routeText.routeCompleted : routeText.positionCompleted,
    };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.complete} — ${uiText.brand}` }];

export default function RoutePositionPage() {
  const { id, position, refusal } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = { href: paths.route(id), text: routeText.backToRoute };
  const isBesideAnother = position === 5 || position === 6;
  return (
    <Page
      title={routeText.positionTitle(position, positionNames[position])}
      lede={isBesideAnother ? routeText.hints.positionNote : undefined}
      back={back}
      narrow
    >
      <Card>
        <Form refusal={refusal} problem={problem} submit={routeText.complete} cancel={paths.route(id)} keep>
          <TextArea name="note" label={routeText.labels.note} hint={positionHints[position]} rows={8} />
        </Form>
      </Card>
    </Page>
  );
}
