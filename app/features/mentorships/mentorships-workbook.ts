import type { Day } from '#db/schema.ts';
import type { Workbook } from '#reports/workbook.ts';
import { stageNames } from './mentorship.text.ts';
import type { Stage } from './mentorship.ts';
import { mentorshipText as t } from './mentorship-pages.text.ts';

/** A mentorship as the list shows it. */
export interface MentorshipRow {
  mentee: string;
  mentor: string;
  stage: Stage;
  startedOn: Day;
  endedOn: Day;
  form: string;
  kind: string;
  unitName: string;
}

/** The list as a workbook: the same columns, the filter in words above the table. */
export function mentorshipsWorkbook(
  rows: readonly MentorshipRow[],
  shown: { search: string; stage: Stage | ''; showsUnit: boolean; today: Day },
): Workbook {
  const stage = shown.stage === '' ? t.anyStage : stageNames[shown.stage];
  return {
    title: t.fileName,
    sheets: [
      {
        name: t.sheet,
        notes: [t.fileName, t.chosen(stage, shown.search), t.asOf(shown.today)],
        columns: [
          { title: t.mentee, kind: 'text', width: 36 },
          { title: t.stage, kind: 'text', width: 18 },
          { title: t.mentor, kind: 'text', width: 36 },
          { title: t.startedOn, kind: 'date', width: 12 },
          { title: t.endedOn, kind: 'date', width: 12 },
          { title: t.form, kind: 'text', width: 34 },
          { title: t.kind, kind: 'text', width: 28 },
          ...(shown.showsUnit ? [{ title: t.unit, kind: 'text' as const, width: 24 }] : []),
        ],
        rows: rows.map((row) => [
          row.mentee,
          stageNames[row.stage],
          row.mentor,
          row.startedOn,
          row.endedOn,
          row.form,
          row.kind,
          ...(shown.showsUnit ? [row.unitName] : []),
        ]),
        totals: null,
      },
    ],
  };
}
