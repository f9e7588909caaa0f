import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { routeSentences } from '../educational-routes/route.text.ts';
import { listDiagnosisFiles } from '../educational-routes/route-file.queries.server.ts';
import { FileList } from '../educational-routes/route-file-list.tsx';
import { recordLook } from '../educational-routes/route-look.server.ts';
import { newFilesOf } from '../product-files/product-file.schema.ts';
import { productFileText as t } from '../product-files/product-file.text.ts';
import { PRODUCT_ACCEPT } from '../product-files/product-file.ts';
import { attachEvidence } from './evidence.operations.server.ts';
import { findSheet } from './evidence.queries.server.ts';
import { evidenceSchema } from './route-diagnosis.schema.ts';
import { diagnosisText } from './route-diagnosis.text.ts';

const params = z.object({ id: id() });
const need = 'route.read';

/** What confirms a sheet of diagnosis: its files, and a way to add some for those who told or measured it. */
export const loader = pageLoader({ need, params }, async ({ ctx, params }) => {
  const [sheet, files] = await Promise.all([findSheet(ctx, params.id), listDiagnosisFiles(ctx, params.id)]);
  const { routeId, personId, madeOn, isActive, mayAttach } = sheet;
  await recordLook(ctx, { id: routeId, personId }, 'diagnosis');
  return {
    routeId,
    madeOn,
    mayAttach,
    refusal: isActive ? null : routeSentences['route-not-active'],
    files: files.map(({ isMine, ...file }) => ({ ...file, mayRemove: isMine && isActive })),
  };
});

export const action = formAction(
  { need, params, schema: evidenceSchema, labels: { files: t.field }, sentences: routeSentences, hasFile: true },
  async ({ ctx, params, input }) => {
    await attachEvidence(ctx, params.id, await newFilesOf(input.files));
    return { to: paths.diagnosisFiles(params.id), done: t.attached };
  },
);

export const meta: MetaFunction = () => [{ title: `${t.evidence} — ${uiText.brand}` }];

export default function DiagnosisFilesPage() {
  const { routeId, madeOn, mayAttach, refusal, files } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.routeDiagnosis(routeId);
  return (
    <Page
      title={t.sheetTitle(formatDay(madeOn))}
      lede={t.sheetLede}
      back={{ href: back, text: diagnosisText.back }}
      narrow
    >
      <Card title={t.files}>
        <FileList files={files} />
      </Card>
      {mayAttach ? (
        <Card title={t.add}>
          <Form refusal={refusal} problem={problem} multipart submit={t.attach} cancel={back}>
            <FileField name="files" label={t.field} hint={t.hint} accept={PRODUCT_ACCEPT} multiple />
          </Form>
        </Card>
      ) : null}
    </Page>
  );
}
