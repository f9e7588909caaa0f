import { formatDay } from '#app/core/dates.ts';
import { download } from '#app/core/page.server.ts';
import { XLSX_TYPE } from '#reports/workbook.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { listActsToExport } from '../local-acts/act-list.queries.server.ts';
import { actFilterSchema } from '../local-acts/local-act.schema.ts';
import { actText } from '../local-acts/local-act.text.ts';
import { actsWorkbook } from './acts-workbook.ts';

/** The register as XLSX: what the page shows with this filter, all its pages. */
export const loader = download({ need: 'act.edit', query: actFilterSchema }, async ({ ctx, query }) => {
  const day = query.asOf ?? ctx.today;
  const workbook = actsWorkbook(await listActsToExport(ctx, query), day);
  return {
    fileName: `${actText.title} ${formatDay(day)}.xlsx`,
    type: XLSX_TYPE,
    body: await workbookToXlsx(workbook, { createdAt: ctx.now }),
  };
});
