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
import { uiText } from '#app/ui/ui.text.ts';
import { findRoute, listPositions } from '../educational-routes/route.queries.server.ts';
import { reflectFinally } from './reflection.operations.server.ts';
import { findOptionalFinal, listDeficitsAsked } from './reflection.queries.server.ts';
import { reflectionSchema } from './reflection.schema.ts';
import { reflectionSentences, reflectionText } from './reflection.text.ts';
import { ReflectionFields } from './reflection-fields.tsx';
import { onePerArea, reflectionOf } from './reflection-form.ts';

const params = z.object({ id: id() });

/** The owner looks back upon the whole route: every deficit, and how near the target image has come. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayEdit) throw new NotFound('route');
  const [deficits, final, positions] = await Promise.all([
    listDeficitsAsked(ctx, params.id, 'all'),
    findOptionalFinal(ctx, params.id),
    listPositions(ctx, params.id),
  ]);
  const isOpen = positions.some(({ position, openedOn }) => position === 7 && openedOn !== null);
  const rule = final ? 'reflection-already-made' : isOpen ? null : 'final-needs-finished-steps';
  return {
    id: route.id,
    image: route.targetImage,
    deficits: onePerArea(deficits),
    refusal: rule ? reflectionSentences[rule] : null,
  };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: reflectionSchema,
    labels: reflectionText.labels,
    sentences: reflectionSentences,
  },
  async ({ ctx, params, input }) => {
    const asked = await listDeficitsAsked(ctx, params.id, 'all');
    await reflectFinally(ctx, params.id, reflectionOf(input, asked));
    return { to: paths.route(params.id), done: reflectionText.savedFinal };
  },
);

export const meta: MetaFunction = () => [{ title: `${reflectionText.finalTitle} — ${uiText.brand}` }];

export default function FinalReflectPage() {
  const { id, image, deficits, refusal } = useLoaderData<typeof loader>();
  const back = paths.routeReflectionsOf(id);
  return (
    <Page title={reflectionText.finalTitle} back={{ href: back, text: reflectionText.back }} narrow>
      <Card>
        <Form refusal={refusal} problem={useActionData<typeof action>()} cancel={back} keep>
          <ReflectionFields image={image} deficits={deficits} />
        </Form>
      </Card>
    </Page>
  );
}
