import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { NotFound } from '#app/access/refusals.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { newFilesOf } from '../product-files/product-file.schema.ts';
import { productFileText as t } from '../product-files/product-file.text.ts';
import { PRODUCT_ACCEPT } from '../product-files/product-file.ts';
import { findStep } from './route.queries.server.ts';
import { attachFilesSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { ruleAgainstAttaching } from './route.ts';
import { attachFiles } from './route-file.operations.server.ts';
import { listStepFiles } from './route-file.queries.server.ts';
import { FileList } from './route-file-list.tsx';

const params = z.object({ id: id() });

/** Files of a step: the owner attaches them while it is open, and where the tutor asked for more. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const [step, files] = await Promise.all([findStep(ctx, params.id), listStepFiles(ctx, params.id)]);
  if (!step.isOwner) throw new NotFound('step');
  const mayRemove = step.isRouteActive && step.closedOn === null;
  const refusal = step.isRouteActive ? ruleAgainstAttaching(step) : 'route-not-active';
  return {
    routeId: step.routeId,
    title: step.title,
    refusal: refusal && routeSentences[refusal],
    files: files.map((file) => ({ ...file, mayRemove })),
  };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: attachFilesSchema,
    labels: { files: t.field },
    sentences: routeSentences,
    hasFile: true,
  },
  async ({ ctx, params, input }) => {
    await attachFiles(ctx, params.id, await newFilesOf(input.files));
    return { to: paths.stepFiles(params.id), done: t.attached };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.files} — ${uiText.brand}` }];

export default function StepFilesPage() {
  const { routeId, title, refusal, files } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  return (
    <Page
      title={t.stepTitle(title)}
      lede={t.stepLede}
      back={{ href: paths.route(routeId), text: routeText.backToRoute }}
      narrow
    >
      <Card title={t.files}>
        <FileList files={files} />
      </Card>
      <Card title={t.add}>
        <Form refusal={refusal} problem={problem} multipart submit={t.attach} cancel={paths.route(routeId)}>
          <FileField name="files" label={t.field} hint={t.hint} accept={PRODUCT_ACCEPT} multiple />
        </Form>
      </Card>
    </Page>
  );
}
