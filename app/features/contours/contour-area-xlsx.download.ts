import { formatDay } from '#app/core/dates.ts';
import { download } from '#app/core/page.server.ts';
import { XLSX_TYPE } from '#reports/workbook.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { contourAreaQuery, contourParams } from './contour.schema.ts';
import { contourAreaText as t } from './contour.text.ts';
import { findContourArea, listComponents, listContourRows } from './contour-area.queries.server.ts';
import { contourWorkbook } from './contour-workbook.ts';

const MOST_ORGANISATIONS = 5_000;

/** The picture of an area as XLSX: what the page shows with this filter, all its pages. */
export const loader = download(
  { need: 'contour.read', params: contourParams, query: contourAreaQuery },
  async ({ ctx, params, query }) => {
    const area = await findContourArea(ctx, params.unitId);
    const day = query.day ?? ctx.today;
    const rows = await listContourRows(ctx, area.id, day, { ...query, page: 1 }, MOST_ORGANISATIONS);
    const { search, gaps } = query;
    const workbook = contourWorkbook(rows, await listComponents(ctx), { areaName: area.shortName, day, search, gaps });
    return {
      fileName: `${t.fileName(area.shortName)} ${formatDay(day)}.xlsx`,
      type: XLSX_TYPE,
      body: await workbookToXlsx(workbook, { createdAt: ctx.now }),
    };
  },
);
