import { download } from '#app/core/page.server.ts';
import { documentToPdf } from '#reports/document-pdf.ts';
import { monitoringDocument } from '#reports/monitoring-report.ts';
import { fileQuery, unitParams } from './monitoring.schema.ts';
import { findReport } from './monitoring-file.server.ts';

/** The figures of a unit as PDF. */
export const loader = download(
  { need: 'monitoring.read', params: unitParams, query: fileQuery },
  async ({ ctx, params, query }) => {
    const { report, fileName, countedAt } = await findReport(ctx, params.unitId, query.period);
    const body = await documentToPdf(monitoringDocument(report), { createdAt: countedAt });
    return { fileName: `${fileName}.pdf`, type: 'application/pdf', body };
  },
);
