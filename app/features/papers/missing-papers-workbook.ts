import type { Day } from '#db/schema.ts';
import type { Workbook } from '#reports/workbook.ts';
import { stageNames } from '../mentorships/mentorship.text.ts';
import { missingWords, paperNames } from '../mentorships/mentorship-papers.text.ts';
import { PAPERS, type PaperState } from '../mentorships/mentorship-papers.ts';
import type { listPapers } from './missing-papers.queries.server.ts';
import { papersText as t } from './papers.text.ts';

/** The page of missing papers as a workbook: a row a mentorship, a column a paper. */
export function missingPapersWorkbook(
  rows: Awaited<ReturnType<typeof listPapers>>,
  shown: { chosen: string; today: Day },
): Workbook {
  return {
    title: t.title,
    sheets: [
      {
        name: t.sheet,
        notes: [t.title, t.chosen(shown.chosen), t.asOf(shown.today)],
        columns: [
          { title: t.mentors, kind: 'text', width: 34 },
          { title: t.mentees, kind: 'text', width: 34 },
          { title: t.unit, kind: 'text', width: 24 },
          { title: t.stage, kind: 'text', width: 18 },
          { title: t.startedOn, kind: 'date', width: 12 },
          ...PAPERS.map((paper) => ({ title: paperNames[paper], kind: 'text' as const, width: 28 })),
        ],
        rows: rows.map((row) => [
          row.mentors,
          row.mentees,
          row.unitName,
          stageNames[row.stage],
          row.startedOn,
          ...row.papers.map(({ state }) => cellOf(state)),
        ]),
        totals: null,
      },
    ],
  };
}

function cellOf(state: PaperState): string {
  if (state.kind === 'unneeded') return t.unneeded;
  return state.kind === 'there' ? t.thereOn(state.on) : t.since(missingWords[state.rule], state.since);
}
