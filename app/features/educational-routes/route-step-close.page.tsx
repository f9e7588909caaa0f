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
import { SummaryList } from '#app/ui/SummaryList.tsx';
import { TextArea } from '#app/ui/TextArea.tsx';
import { TextField } from '#app/ui/TextField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { newFilesOf } from '../product-files/product-file.schema.ts';
import { productFileText } from '../product-files/product-file.text.ts';
import { PRODUCT_ACCEPT } from '../product-files/product-file.ts';
import { findStep } from './route.queries.server.ts';
import { closeStepSchema } from './route.schema.ts';
import { routeSentences, routeText } from './route.text.ts';
import { listStepFiles } from './route-file.queries.server.ts';
import { FileList } from './route-file-list.tsx';
import { closeStep } from './route-step.operations.server.ts';
import { stepRows } from './route-step-rows.tsx';

const params = z.object({ id: id() });

/** The owner closes a step with its product and the own attitude to the result. */
export const loader = pageLoader({ need: 'route.edit', params }, async ({ ctx, params }) => {
  const [found, files] = await Promise.all([findStep(ctx, params.id), listStepFiles(ctx, params.id)]);
  const { isOwner, refusal, routeId, title, kind, area, expectedProduct, ...step } = found;
  if (!isOwner) throw new NotFound('step');
  const { startedOn, dueOn, tutorNote, goal, organisation, registerNumber, hours } = step;
  const learning = { goal, organisation, registerNumber, hours };
  return {
    routeId,
    refusal,
    files,
    step: { title, kind, area, expectedProduct, startedOn, dueOn, tutorNote, ...learning },
  };
});

export const action = formAction(
  {
    need: 'route.edit',
    params,
    schema: closeStepSchema,
    labels: routeText.labels,
    sentences: routeSentences,
    hasFile: true,
  },
  async ({ ctx, params, input }) => {
    const { routeId } = await findStep(ctx, params.id);
    await closeStep(ctx, params.id, { ...input, files: await newFilesOf(input.files) });
    return { to: paths.route(routeId), done: routeText.stepClosed };
  },
);

export const meta: MetaFunction = () => [{ title: `${routeText.closeStepTitle} — ${uiText.brand}` }];

export default function RouteStepClosePage() {
  const { routeId, refusal, files, step } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { labels, hints } = routeText;
  return (
    <Page
      title={routeText.closeStepTitle}
      lede={routeText.closeStepLede}
      back={{ href: paths.route(routeId), text: routeText.backToRoute }}
      narrow
    >
      <Card title={step.title}>
        <SummaryList rows={stepRows(step)} />
        <Form
          refusal={refusal && routeSentences[refusal]}
          problem={problem}
          submit={routeText.closeStepTitle}
          cancel={paths.route(routeId)}
          multipart
          keep
        >
          <TextArea name="product" label={labels.product} hint={hints.product} />
          {files.length > 0 ? <FileList files={files.map((file) => ({ ...file, mayRemove: true }))} /> : null}
          <FileField
            name="files"
            label={labels.files}
            hint={productFileText.hint}
            accept={PRODUCT_ACCEPT}
            multiple
            optional
          />
          <TextField name="productLink" label={labels.productLink} hint={hints.productLink} maxLength={500} optional />
          <TextArea name="attitude" label={labels.attitude} hint={hints.attitude} />
        </Form>
      </Card>
    </Page>
  );
}
