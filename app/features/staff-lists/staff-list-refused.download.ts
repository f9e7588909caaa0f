import { download } from '#app/core/page.server.ts';
import { XLSX_TYPE } from '#reports/workbook.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { findStaffList, listRows } from './staff-list.queries.server.ts';
import { listParams } from './staff-list.schema.ts';
import { staffListText } from './staff-list-import.text.ts';
import { MOST_ROWS } from './staff-list-parse.ts';
import { refusedWorkbook } from './staff-list-refused-workbook.ts';

/** The rows of a list that were refused, with their own cells and the reason in the last column. */
export const loader = download({ need: 'staffList.import', params: listParams }, async ({ ctx, params }) => {
  const list = await findStaffList(ctx, params.id);
  const rows = await listRows(ctx, list.id, 'refused', { limit: MOST_ROWS, offset: 0 });
  const headings = list.mapping?.columns.map(({ heading }) => heading) ?? [];
  return {
    fileName: `${staffListText.refusedFile} (${list.fileName.replace(/\.\w+$/, '')}).xlsx`,
    type: XLSX_TYPE,
    body: await workbookToXlsx(refusedWorkbook(headings, rows, list.fileName), { createdAt: ctx.now }),
  };
});
