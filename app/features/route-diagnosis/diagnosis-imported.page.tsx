import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { formatDay } from '#app/core/dates.ts';
import { id, version } from '#app/core/form.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Card } from '#app/ui/Card.tsx';
import { Form } from '#app/ui/Form.tsx';
import { Page } from '#app/ui/Page.tsx';
import { Table } from '#app/ui/Table.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { blockNames } from '../diagnostic-instruments/instrument.text.ts';
import { BLOCK_CODES } from '../diagnostic-instruments/instrument.ts';
import { applyDiagnoses } from './diagnosis-import.operations.server.ts';
import { findImport } from './diagnosis-import.queries.server.ts';
import { importSentences, importText, rowSentences } from './diagnosis-sheet.text.ts';
import { diagnosisSentences, diagnosisText } from './route-diagnosis.text.ts';

const params = z.object({ id: id() });

/** A checked file: what will be written, what is refused and why; then it is written. */
export const loader = pageLoader({ need: 'diagnosisImport.manage', params }, async ({ ctx, params }) => {
  const file = await findImport(ctx, params.id);
  const refusal =
    file.state === 'applied'
      ? 'results-already-applied'
      : file.results.length === 0
        ? 'results-nothing-to-apply'
        : null;
  return { file, refusal: refusal ? importSentences[refusal] : null };
});

export const action = formAction(
  {
    need: 'diagnosisImport.manage',
    params,
    schema: z.object({ version: version() }),
    labels: importText.labels,
    sentences: { ...diagnosisSentences, ...importSentences },
  },
  async ({ ctx, params, input }) => {
    await applyDiagnoses(ctx, params.id, input);
    return { to: paths.diagnosisImported(params.id), done: importText.applied };
  },
);

export const meta: MetaFunction = () => [{ title: `${importText.importedTitle} — ${uiText.brand}` }];

export default function DiagnosisImportedPage() {
  const { file, refusal } = useLoaderData<typeof loader>();
  const { results, refusals, instrument, edition, madeOn, state, counts } = file;
  const words = importText.columns;
  return (
    <Page
      title={importText.importedTitle}
      lede={[file.fileName, diagnosisText.instrument(instrument, edition), formatDay(madeOn)].join(' · ')}
      back={{ href: paths.diagnosisImport(), text: importText.again }}
    >
      <p>{(state === 'applied' ? importText.done : importText.found)(counts)}</p>
      <Form
        refusal={refusal}
        problem={useActionData<typeof action>()}
        version={file.version}
        submit={importText.apply}
        cancel={paths.diagnosisImport()}
      />
      {state === 'applied' ? null : (
        <>
          <Card title={importText.refused}>
            <Table
              caption={importText.refused}
              rows={refusals}
              rowKey={(row) => String(row.row)}
              empty={importText.refusedEmpty}
              columns={[
                { title: words.row, align: 'num', cell: (row) => row.row },
                { title: words.value, heading: true, cell: (row) => row.value || uiText.notCounted },
                { title: words.reason, cell: (row) => rowSentences[row.code] },
              ]}
            />
          </Card>
          <Card title={importText.taken}>
            <Table
              caption={importText.taken}
              rows={results}
              rowKey={(row) => row.routeId}
              empty={importText.takenEmpty}
              columns={[
                { title: words.name, heading: true, cell: (row) => <a href={paths.route(row.routeId)}>{row.name}</a> },
                {
                  title: words.points,
                  cell: (row) => row.points.map(([code, points]) => shownPoints(code, points)).join(', '),
                },
              ]}
            />
          </Card>
        </>
      )}
    </Page>
  );
}

function shownPoints(code: string, points: number): string {
  const block = BLOCK_CODES.find((known) => known === code);
  return importText.points(block ? blockNames[block] : code, points);
}
