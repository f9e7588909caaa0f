import { formatDay } from '#app/core/dates.ts';
import { download } from '#app/core/page.server.ts';
import { XLSX_TYPE } from '#reports/workbook.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { listMentors } from './mentor-list.queries.server.ts';
import { mentorFilterSchema } from './mentors.schema.ts';
import { mentorsText } from './mentors.text.ts';
import { mentorsWorkbook } from './mentors-workbook.ts';

const MOST_MENTORS = 5_000;

/** Mentors of the actor's organisations with their load as XLSX: what the page shows with this filter, all its pages. */
export const loader = download({ need: 'mentorProfile.load', query: mentorFilterSchema }, async ({ ctx, query }) => {
  const rows = await listMentors(ctx, { ...query, page: 1 }, MOST_MENTORS);
  return {
    fileName: `${mentorsText.fileName} ${formatDay(ctx.today)}.xlsx`,
    type: XLSX_TYPE,
    body: await workbookToXlsx(mentorsWorkbook(rows, query, ctx.today), { createdAt: ctx.now }),
  };
});
