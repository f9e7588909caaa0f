import type { MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { RuleBroken } from '#app/core/errors.ts';
import { formAction, pageLoader } from '#app/core/page.server.ts';
import { paths } from '#app/paths.ts';
import { Form } from '#app/ui/Form.tsx';
import { Notice } from '#app/ui/Notice.tsx';
import { NumberField } from '#app/ui/NumberField.tsx';
import { Page } from '#app/ui/Page.tsx';
import { SelectField } from '#app/ui/SelectField.tsx';
import { uiText } from '#app/ui/ui.text.ts';
import { correctMapping } from './staff-list.operations.server.ts';
import { findStaffList } from './staff-list.queries.server.ts';
import { columnField, listParams, MOST_COLUMNS, mappingSchema } from './staff-list.schema.ts';
import { fieldNames, ignoredColumn } from './staff-list.text.ts';
import { ruleAgainstCorrecting, type StaffListRule } from './staff-list.ts';
import { STAFF_LIST_FIELDS } from './staff-list-columns.ts';
import { correctedMapping } from './staff-list-correction.ts';
import { staffListSentences, staffListText } from './staff-list-import.text.ts';
import { columnLetters } from './staff-list-source.ts';

/** The meaning of each column, the sheet and the row of the header, for correcting. */
export const loader = pageLoader({ need: 'staffList.import', params: listParams }, async ({ ctx, params }) => {
  const { id, fileName, version, state, mapping, reading } = await findStaffList(ctx, params.id);
  const sheets = reading?.sheets ?? [];
  return {
    list: { id, fileName, version },
    refusal: mapping === null ? 'list-not-checked' : ruleAgainstCorrecting({ state }),
    sheets,
    sheet: sheets.findIndex((sheet) => sheet.name === mapping?.sheetName),
    headerRow: mapping?.headerRow ?? 1,
    columns: (mapping?.columns ?? []).slice(0, MOST_COLUMNS).map(({ index, heading, field }) => ({
      index,
      heading,
      field,
      examples: (reading?.preview ?? []).flatMap((row) => (row[index] ? [row[index]] : [])).slice(0, 3),
    })),
  };
});

export const action = formAction(
  {
    need: 'staffList.import',
    params: listParams,
    schema: mappingSchema,
    labels: staffListText.labels,
    sentences: staffListSentences,
  },
  async ({ ctx, params, input, services }) => {
    const { mapping, reading } = await findStaffList(ctx, params.id);
    if (mapping === null) throw new RuleBroken('list-not-checked' satisfies StaffListRule);
    const sheetName = reading?.sheets[input.sheet]?.name ?? mapping.sheetName;
    const corrected = correctedMapping(mapping, { sheetName, headerRow: input.headerRow, meanings: input });
    if ('repeated' in corrected) {
      throw new RuleBroken('mapping-repeats' satisfies StaffListRule, columnField(corrected.repeated));
    }
    await correctMapping(ctx, params.id, { mapping: corrected.mapping, version: input.version });
    services.wake('staff-list');
    return { to: paths.staffList(params.id), done: staffListText.mappingSaved };
  },
);

export const meta: MetaFunction = () => [{ title: `${staffListText.mappingPageTitle} — ${uiText.brand}` }];

export default function StaffListMappingPage() {
  const { list, refusal, sheets, sheet, headerRow, columns } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const back = paths.staffList(list.id);
  const meanings = STAFF_LIST_FIELDS.map((field) => ({ value: field, text: fieldNames[field] }));
  return (
    <Page
      title={staffListText.mappingPageTitle}
      lede={staffListText.mappingLede}
      back={{ href: back, text: list.fileName }}
      narrow
    >
      {refusal && !problem ? (
        <Notice tone="warn">
          <p>{staffListSentences[refusal]}</p>
        </Notice>
      ) : (
        <Form problem={problem} version={list.version} submit={staffListText.mappingSubmit} cancel={back}>
          <SelectField
            name="sheet"
            label={staffListText.labels.sheet}
            empty={null}
            defaultValue={String(Math.max(sheet, 0))}
            options={sheets.map(({ name, rows }, index) => ({
              value: String(index),
              text: staffListText.sheetOption(name, rows),
            }))}
          />
          <NumberField
            name="headerRow"
            label={staffListText.labels.headerRow}
            hint={staffListText.mappingNote}
            defaultValue={headerRow}
            width="5"
          />
          {columns.map((column) => (
            <SelectField
              key={column.index}
              name={columnField(column.index)}
              label={staffListText.columnLabel(columnLetters(column.index), column.heading || staffListText.noHeading)}
              hint={column.examples.length > 0 ? staffListText.columnExample(column.examples.join('; ')) : undefined}
              empty={ignoredColumn}
              defaultValue={column.field ?? ''}
              options={meanings}
            />
          ))}
        </Form>
      )}
    </Page>
  );
}
