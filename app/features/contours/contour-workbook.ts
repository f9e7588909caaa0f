import type { Day } from '#db/schema.ts';
import type { Workbook } from '#reports/workbook.ts';
import { contourText, contourAreaText as t } from './contour.text.ts';
import type { Component } from './contour.ts';
import type { ContourRow } from './contour-area.queries.server.ts';

/** The picture of an area as a workbook: organisations down, components across, who provides each; gaps counted below. */
export function contourWorkbook(
  rows: readonly ContourRow[],
  components: readonly Component[],
  shown: { areaName: string; day: Day; search: string; gaps?: 'yes' | undefined },
): Workbook {
  const notes = [t.fileName(shown.areaName), t.asOf(shown.day)];
  if (shown.gaps) notes.push(t.onlyGapsNote);
  if (shown.search) notes.push(t.searchNote(shown.search));
  const gapsOf = (code: string) => rows.filter((row) => !row.cells[code]).length;
  return {
    title: t.fileName(shown.areaName),
    sheets: [
      {
        name: t.sheet,
        notes,
        columns: [
          { title: contourText.unit, kind: 'text', width: 36 },
          { title: t.inside, kind: 'integer', width: 10 },
          { title: t.outside, kind: 'integer', width: 10 },
          { title: t.gaps, kind: 'integer', width: 10 },
          ...components.map(({ name }) => ({ title: name, kind: 'text' as const, width: 22 })),
        ],
        rows: rows.map((row) => [
          row.name,
          row.inside,
          row.outside,
          row.gaps,
          ...components.map(({ code }) => cellWords(row.cells[code])),
        ]),
        totals: [
          t.total,
          null,
          null,
          rows.reduce((sum, row) => sum + row.gaps, 0),
          ...components.map(({ code }) => gapsOf(code)),
        ],
      },
    ],
  };
}

function cellWords(cell: ContourRow['cells'][string] | undefined): string {
  if (!cell) return t.gapCell;
  return cell.place === 'inside' ? t.insideCell : t.outsideCell(cell.provider);
}
