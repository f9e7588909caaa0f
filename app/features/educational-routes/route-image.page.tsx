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
import { describeTargetImage } from './route.operations.server.ts';
import { findRoute } from './route.queries.server.ts';
import { targetImageSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';

const params = z.object({ id: id() });

/** The owner writes the picture of the desired professional self. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const route = await findRoute(ctx, params.id);
  if (!route.mayEdit) throw new NotFound('route');
  return { id: route.id, targetImage: route.targetImage, version: route.version };
});

export const action = formAction(
  { need: 'route.edit', params, schema: targetImageSchema, labels: routeText.labels, sentences: routeSentences },
  async ({ ctx, params, input }) => {
    await describeTargetImage(ctx, params.id, input);
    return { to: paths.route(params.id), done: routeText.imageSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.imageTitle} — ${uiText.brand}` }];

export default function RouteImagePage() {
  const { id, targetImage, version } = useLoaderData<typeof loader>();
  const back = { href: paths.route(id), text: routeText.backToRoute };
  return (
    <Page title={routeText.imageTitle} lede={routeText.imageLede} back={back} narrow>
      <Card>
        <Form problem={useActionData<typeof action>()} version={version} cancel={paths.route(id)} keep>
          <TextArea name="targetImage" label={routeText.labels.targetImage} rows={8} defaultValue={targetImage} />
        </Form>
      </Card>
    </Page>
  );
}
