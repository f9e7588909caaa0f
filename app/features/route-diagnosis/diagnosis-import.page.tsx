import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { DateField } from '#app/ui/DateField.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { uploadDiagnoses } from './diagnosis-import.operations.server.ts';
import { findImportChoices } from './diagnosis-import.queries.server.ts';
import { importSentences, importText } from './diagnosis-sheet.text.ts';
import { uploadDiagnosesSchema } from './route-diagnosis.schema.ts';
import { diagnosisSentences, diagnosisText } from './route-diagnosis.text.ts';

/** A file with results of an instrument for a whole group of a centre. */
export const loader = pageLoader({ need: 'diagnosisImport.load' }, async ({ ctx }) => ({
  ...(await findImportChoices(ctx)),
  today: ctx.today,
}));

export const action = formAction(
  {
    need: 'diagnosisImport.load',
    schema: uploadDiagnosesSchema,
    labels: importText.labels,
    sentences: { ...diagnosisSentences, ...importSentences },
    hasFile: true,
  },
  async ({ ctx, input, services }) => {
    const { file, ...about } = input;
    const bytes = file === null ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
    const { id } = await uploadDiagnoses(ctx, services, { ...about, fileName: file?.name ?? '', bytes });
    return { to: paths.diagnosisImported(id), done: importText.checked };
  },
);

export const meta: MetaFunction = () => [{ title: `${importText.title} — ${uiText.brand}` }];

export default function DiagnosisImportPage() {
  const { centres, instruments, today } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { labels } = importText;
  return (
    <Page title={importText.title} lede={importText.lede} back={{ href: paths.routes(), text: importText.back }} narrow>
      <Card>
        {instruments.length === 0 ? (
          <p>
            {importText.noInstruments} <a href={paths.instruments()}>{diagnosisText.toInstruments}</a>
          </p>
        ) : (
          <Form problem={problem} multipart submit={importText.check} cancel={paths.routes()}>
            <SelectField
              name="unitId"
              label={labels.unitId}
              empty={null}
              options={centres.map((centre) => ({ value: centre.id, text: centre.shortName }))}
            />
            <SelectField
              name="instrumentId"
              label={labels.instrumentId}
              empty={null}
              options={instruments.map(({ id, name, edition }) => ({
                value: id,
                text: diagnosisText.instrument(name, edition),
              }))}
            />
            <DateField name="madeOn" label={labels.madeOn} defaultValue={today} />
            <FileField name="file" label={labels.file} hint={importText.hint} accept=".xlsx,.csv" />
          </Form>
        )}
      </Card>
    </Page>
  );
}
