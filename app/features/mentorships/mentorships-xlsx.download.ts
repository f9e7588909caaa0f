import { unitsWhere } from '#app/access/can.server.ts';
import { formatDay } from '#app/core/dates.ts';
import { download } from '#app/core/page.server.ts';
import { XLSX_TYPE } from '#reports/workbook.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { listMentorships } from './mentorship.queries.server.ts';
import { mentorshipFilterSchema } from './mentorship.schema.ts';
import { mentorshipText } from './mentorship-pages.text.ts';
import { mentorshipsWorkbook } from './mentorships-workbook.ts';

const MOST_MENTORSHIPS = 20_000;

/** The list of mentorships as XLSX: what the page shows with this filter, all its pages. */
export const loader = download({ need: 'mentorship.read', query: mentorshipFilterSchema }, async ({ ctx, query }) => {
  const rows = await listMentorships(ctx, { ...query, page: 1 }, MOST_MENTORSHIPS);
  const showsUnit = (await unitsWhere(ctx, 'mentorship.read')).length > 1;
  const workbook = mentorshipsWorkbook(rows, { ...query, showsUnit, today: ctx.today });
  return {
    fileName: `${mentorshipText.fileName} ${formatDay(ctx.today)}.xlsx`,
    type: XLSX_TYPE,
    body: await workbookToXlsx(workbook, { createdAt: ctx.now }),
  };
});
