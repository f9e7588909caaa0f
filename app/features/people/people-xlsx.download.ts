import { holdsByRole } from '#app/access/actor.ts';
import { NotFound } from '#app/access/refusals.ts';
import { formatDay } from '#app/core/dates.ts';
import { download } from '#app/core/page.server.ts';
import { XLSX_TYPE } from '#reports/workbook.ts';
import { workbookToXlsx } from '#reports/workbook-xlsx.ts';
import { peopleWorkbook } from './people-workbook.ts';
import { listPeople, listUnitsFor } from './person.queries.server.ts';
import { peopleFilterSchema } from './person.schema.ts';
import { personText } from './person.text.ts';

const MOST_PEOPLE = 20_000;

/** The list of people as XLSX: what the page shows with this filter, all its pages. */
export const loader = download({ need: 'person.private', query: peopleFilterSchema }, async ({ ctx, query }) => {
  if (!holdsByRole(ctx.actor, 'person.private')) throw new NotFound('people');
  const people = await listPeople(ctx, { ...query, page: 1 }, MOST_PEOPLE);
  const units = await listUnitsFor(ctx, 'person.private');
  const unitName = units.length === 1 ? (units[0]?.shortName ?? null) : null;
  const workbook = peopleWorkbook(people, { unitName, filter: query, today: ctx.today });
  return {
    fileName: `${personText.fileName} ${formatDay(ctx.today)}.xlsx`,
    type: XLSX_TYPE,
    body: await workbookToXlsx(workbook, { createdAt: ctx.now }),
  };
});
