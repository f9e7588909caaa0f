import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Empty } from '#app/ui/Empty.tsx';
import { FileField } from '#app/ui/FileField.tsx';
import { Form } from '#app/ui/Form.tsx';
import { HiddenField } from '#app/ui/HiddenField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { uploadStaffList } from './staff-list.operations.server.ts';
import { listUnitsForLists } from './staff-list.queries.server.ts';
import { uploadSchema } from './staff-list.schema.ts';
import { staffListSentences, staffListText } from './staff-list-import.text.ts';

/** A file with a staff list, for one of the actor's units. */
export const loader = pageLoader({ need: 'staffList.import' }, async ({ ctx }) => ({
  units: await listUnitsForLists(ctx),
}));

export const action = formAction(
  {
    need: 'staffList.import',
    schema: uploadSchema,
    labels: staffListText.labels,
    sentences: staffListSentences,
    hasFile: true,
  },
  async ({ ctx, input, services }) => {
    const { unitId, file } = input;
    const bytes = file === null ? new Uint8Array() : new Uint8Array(await file.arrayBuffer());
    const { id } = await uploadStaffList(ctx, { unitId, fileName: file?.name ?? '', bytes });
    services.wake('staff-list');
    return { to: paths.staffList(id), done: staffListText.uploaded };
  },
);

export const meta: MetaFunction = () => [{ title: `${staffListText.uploadTitle} — ${uiText.brand}` }];

export default function StaffListUploadPage() {
  const { units } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const [only, ...others] = units;
  const hasMunicipality = units.some((unit) => unit.kind === 'municipality');
  return (
    <Page
      title={staffListText.uploadTitle}
      lede={staffListText.uploadLede}
      back={{ href: paths.staffLists(), text: staffListText.back }}
      narrow
    >
      {only === undefined ? (
        <Empty>{staffListText.nowhere}</Empty>
      ) : (
        <Form problem={problem} multipart submit={staffListText.uploadSubmit} cancel={paths.staffLists()}>
          {others.length === 0 ? (
            <>
              <HiddenField name="unitId" value={only.id} />
              <p>
                <b>{only.shortName}</b>. {hasMunicipality ? staffListText.unitHint : null}
              </p>
            </>
          ) : (
            <SelectField
              name="unitId"
              label={staffListText.labels.unitId}
              hint={hasMunicipality ? staffListText.unitHint : undefined}
              options={units.map((unit) => ({ value: unit.id, text: unit.shortName }))}
            />
          )}
          <FileField
            name="file"
            label={staffListText.labels.file}
            hint={staffListText.fileHint}
            accept=".xlsx,.csv,.txt"
          />
        </Form>
      )}
    </Page>
  );
}
