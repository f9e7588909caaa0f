import { download } from '#app/core/page.server.ts';
import { monitoringWorkbook } from '#reports/monitoring-report.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { fileQuery, unitParams } from './monitoring.schema.ts';
import { findReport } from './monitoring-file.server.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The figures of a unit as XLSX, with the method on a sheet of its own. */
export const loader = download(
  { need: 'monitoring.read', params: unitParams, query: fileQuery },
  async ({ ctx, params, query }) => {
    const { report, fileName, countedAt } = await findReport(ctx, params.unitId, query.period);
    const body = await workbookToXlsx(monitoringWorkbook(report), { createdAt: countedAt });
    return { fileName: `${fileName}.xlsx`, type: XLSX, body };
  },
);
