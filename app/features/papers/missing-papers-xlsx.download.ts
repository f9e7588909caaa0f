import { formatDay } from '#app/core/dates.ts';
import { download } from '#app/core/page.server.ts';
import { XLSX_TYPE } from '#reports/workbook.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { paperNames } from '../mentorships/mentorship-papers.text.ts';
import { listPapers } from './missing-papers.queries.server.ts';
import { missingPapersWorkbook } from './missing-papers-workbook.ts';
import { papersFilterSchema } from './papers.schema.ts';
import { papersText as t } from './papers.text.ts';

/** The page of missing papers as XLSX: what the page shows with this filter, all its pages. */
export const loader = download({ need: 'mentorship.papers', query: papersFilterSchema }, async ({ ctx, query }) => {
  const rows = await listPapers(ctx, query);
  const lack = query.lack === 'any' ? t.lackAny : query.lack === 'all' ? t.lackAll : t.lackOne(paperNames[query.lack]);
  const chosen = query.search === '' ? lack : t.searched(lack, query.search);
  const workbook = missingPapersWorkbook(rows, { chosen, today: ctx.today });
  return {
    fileName: `${t.title} ${formatDay(ctx.today)}.xlsx`,
    type: XLSX_TYPE,
    body: await workbookToXlsx(workbook, { createdAt: ctx.now }),
  };
});
