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
import { findRoute } from '../educational-routes/route.queries.server.ts';
import { reflectOnYear } from './reflection.operations.server.ts';
import { listDeficitsAsked, listYears } from './reflection.queries.server.ts';
import { reflectionSchema } from './reflection.schema.ts';
import { reflectionSentences, reflectionText } from './reflection.text.ts';
import { ruleAgainstYear } from './reflection.ts';
import { ReflectionFields } from './reflection-fields.tsx';
import { onePerArea, reflectionOf } from './reflection-form.ts';

const params = z.object({
  id: id(),
  number: z
    .string()
    .regex(/^[1-5]$/)
    .transform(Number),
});

/** The owner looks back upon a year of the route. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayEdit) throw new NotFound('route');
  const [years, deficits] = await Promise.all([listYears(ctx, params.id), listDeficitsAsked(ctx, params.id, 'open')]);
  const refusal = ruleAgainstYear(years.find((year) => year.number === params.number) ?? null, ctx.today);
  return {
    id: route.id,
    number: params.number,
    image: route.targetImage,
    deficits: onePerArea(deficits),
    refusal: refusal ? reflectionSentences[refusal] : null,
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
    const asked = await listDeficitsAsked(ctx, params.id, 'open');
    await reflectOnYear(ctx, params.id, params.number, reflectionOf(input, asked));
    return { to: paths.routeReflectionsOf(params.id), done: reflectionText.saved };
  },
);

export const meta: MetaFunction = () => [{ title: `${reflectionText.title} — ${uiText.brand}` }];

export default function YearReflectPage() {
  const { id, number, image, deficits, refusal } = useLoaderData<typeof loader>();
  const back = paths.routeReflectionsOf(id);
  return (
    <Page title={reflectionText.yearTitle(number)} back={{ href: back, text: reflectionText.back }} narrow>
      <Card>
        <Form refusal={refusal} problem={useActionData<typeof action>()} cancel={back} keep>
          <ReflectionFields image={image} deficits={deficits} />
        </Form>
      </Card>
    </Page>
  );
}
